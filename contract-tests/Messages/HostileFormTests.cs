using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class HostileFormTests
{
    [Theory]
    [InlineData("a=%00")]
    [InlineData("a%00=1")]
    [InlineData("a=1\0")]
    [InlineData("a=%1F")]
    [InlineData("a=%EF%BF%BE")]
    [InlineData("a=1&b[%00]=2")]
    public void What_no_answer_could_repeat_is_refused(string form) =>
        Refused(form, "A field holds a NUL, another control character or half a surrogate pair; XML cannot carry it.");

    [Theory]
    [InlineData("a=%FF")]
    [InlineData("a=%C3")]
    [InlineData("a=%C0%AF")]
    [InlineData("a=%ED%A0%80")]
    [InlineData("%FF=1")]
    [InlineData("a=%CE%EF%E8%F1")]
    public void What_is_not_UTF8_is_refused(string form) => Refused(form, "The form is not UTF-8.");

    [Fact]
    public void Raw_bytes_that_are_not_UTF8_are_refused()
    {
        byte[] windows1251 = [.. "a="u8, 0xCE, 0xEF, 0xE8, 0xF1];
        Assert.Equal("The form is not UTF-8.", FormMessage.Read(windows1251).Problem);
    }

    [Fact]
    public void Depth_is_limited()
    {
        Assert.True(Read(Nested(8)).IsWellFormed);
        Refused(Nested(9), "Fields nest deeper than 8 levels.");
        Refused(Nested(100_000), "Fields nest deeper than 8 levels.");

        static string Nested(int depth) => $"a{string.Concat(Enumerable.Repeat("[b]", depth - 1))}=1";
    }

    [Fact]
    public void The_number_of_fields_is_limited()
    {
        Assert.True(Read(Fields(1000)).IsWellFormed);
        Refused(Fields(1001), "More than 1000 fields.");
        Refused(Fields(10_000), "More than 1000 fields.");

        static string Fields(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"f{i}[x]=1"));
    }

    [Fact]
    public void Length_is_limited()
    {
        Assert.Equal(1_000_000, Read($"a={new string('+', 1_000_000)}").Parameters?["a"]?.Length);
        Refused($"a={new string('x', 1024 * 1024)}", "The form is longer than 1048576 bytes.");
    }

    [Fact]
    public void The_problem_repeats_no_value() =>
        Assert.DoesNotContain("4405645000006150", Read("pg_payment_to=4405645000006150%00").Problem!, StringComparison.Ordinal);

    private static MessageReadResult Read(string form) => FormMessage.Read(Encoding.UTF8.GetBytes(form));

    private static void Refused(string form, string problem) => Assert.Equal((false, problem), (Read(form).IsWellFormed, Read(form).Problem));
}
