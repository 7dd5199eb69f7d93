using System.Text;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class FormMessageTests
{
    [Fact]
    [Proves("T-2", "T-6", "S-5")]
    public void What_was_written_is_read_again() => FixedSeed.ForAll(AnyMessage.DistinctFields, fields =>
        Assert.Equal(MessageText.Write(fields), Read(FormMessage.Write(fields))));

    [Fact]
    [Proves("T-2", "S-7")]
    public void Repeated_names_are_read_in_their_order() => FixedSeed.ForAll(AnyMessage.FlatFields, fields =>
        Assert.Equal(MessageText.Write(fields), Read(FormMessage.Write(fields))));

    [Fact]
    [Proves("S-5", "T-2")]
    public void The_framework_reads_what_was_written_as_well() => FixedSeed.ForAll(AnyMessage.FlatFields, fields =>
    {
        var pairs = FormMessage.Write(fields).Split('&').Select(pair => pair.Split('=')).Select(pair =>
            new Parameter(Decoded(pair[0]), Decoded(pair[1])));
        Assert.Equal(MessageText.Write(fields), MessageText.Write(pairs));

        static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    });

    [Theory]
    [InlineData("a=1&b=2", "\"a\": \"1\", \"b\": \"2\"")]
    [InlineData("", "")]
    [InlineData("a", "\"a\": \"\"")]
    [InlineData("a=", "\"a\": \"\"")]
    [InlineData("=1", "\"\": \"1\"")]
    [InlineData("&&a=1&", "\"a\": \"1\"")]
    [InlineData("a=1=2", "\"a\": \"1=2\"")]
    [InlineData("a=x+y%20z", "\"a\": \"x y z\"")]
    [InlineData("a=1%2B1", "\"a\": \"1\\u002B1\"")]
    [InlineData("a=100%", "\"a\": \"100%\"")]
    [InlineData("a=%zz%4", "\"a\": \"%zz%4\"")]
    [InlineData("a=%6a%6A", "\"a\": \"jj\"")]
    [InlineData("a=2&b=0&a=1", "\"a\": \"2\", \"b\": \"0\", \"a\": \"1\"")]
    [InlineData("a=%D0%BE%F0%9F%8F%A6", "\"a\": \"\\u043E\\uD83C\\uDFE6\"")]
    [Proves("T-2", "S-5", "S-7")]
    public void A_form_is_read(string form, string fields) => Assert.Equal(fields, Read(form));

    [Theory]
    [InlineData("a[b]=1", "\"a\": { \"b\": \"1\" }")]
    [InlineData("a%5Bb%5D=1", "\"a\": { \"b\": \"1\" }")]
    [InlineData("a[b]=1&c=2&a[d]=3", "\"a\": { \"b\": \"1\", \"d\": \"3\" }, \"c\": \"2\"")]
    [InlineData("a[b][c]=1&a[b][d]=2&a[e]=3", "\"a\": { \"b\": { \"c\": \"1\", \"d\": \"2\" }, \"e\": \"3\" }")]
    [InlineData("a[]=1&a[]=2", "\"a\": \"1\", \"a\": \"2\"")]
    [InlineData("a[b][]=1&a[b][]=2", "\"a\": { \"b\": \"1\", \"b\": \"2\" }")]
    [InlineData("a=1&a[b]=2", "\"a\": \"1\", \"a\": { \"b\": \"2\" }")]
    [InlineData("[b]=1", "\"[b]\": \"1\"")]
    [InlineData("a[b=1", "\"a[b\": \"1\"")]
    [InlineData("a[=1", "\"a[\": \"1\"")]
    [InlineData("a]b[=1", "\"a]b[\": \"1\"")]
    [Proves("T-6", "S-7")]
    public void A_name_in_brackets_stands_below_the_name_before_them(string form, string fields) =>
        Assert.Equal(fields, Read(form));

    private static string Read(string form) => MessageText.Write(FormMessage.Read(Encoding.UTF8.GetBytes(form)));
}
