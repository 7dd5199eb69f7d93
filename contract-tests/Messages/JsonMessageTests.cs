using System.Text;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class JsonMessageTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"a":"1","b":""}""", "\"a\": \"1\", \"b\": \"\"")]
    [InlineData("""{"a":100,"b":100.00,"c":-1,"d":1e3}""", "\"a\": \"100\", \"b\": \"100.00\", \"c\": \"-1\", \"d\": \"1e3\"")]
    [InlineData("""{"a":true,"b":false,"c":null}""", "\"a\": \"true\", \"b\": \"false\", \"c\": \"\"")]
    [InlineData("""{"a":" x ","b":"\u0041\n"}""", "\"a\": \" x \", \"b\": \"A\\n\"")]
    [InlineData("""{"a":"2","b":"0","a":"1"}""", "\"a\": \"2\", \"b\": \"0\", \"a\": \"1\"")]
    [InlineData("""{"a":["2",1,[null]],"b":[]}""", "\"a\": \"2\", \"a\": \"1\", \"a\": \"\"")]
    [InlineData("""{"a":"\ud83c\udfe6"}""", "\"a\": \"\\uD83C\\uDFE6\"")]
    [Proves("T-5", "S-5", "S-7")]
    public void A_request_is_read(string json, string fields) => Assert.Equal(fields, Read(json));

    [Theory]
    [InlineData("""{"b":{"d":"1","a":"2"},"c":"3"}""", "\"d\": \"1\", \"a\": \"2\", \"c\": \"3\"")]
    [InlineData("""{"x":{"y":{"a":"1"}},"a":[{"b":"2"},{"b":"3"}]}""", "\"a\": \"1\", \"b\": \"2\", \"b\": \"3\"")]
    [Proves("T-5")]
    public void Nested_keys_stand_on_one_level(string json, string fields) => Assert.Equal(fields, Read(json));

    [Fact]
    [Proves("T-5")]
    public void Nested_keys_are_signed_as_if_on_one_level()
    {
        var json = """{"z":{"pg_a":"1","pg_c":"3"},"pg_b":"2"}"""u8.ToArray();
        Assert.Equal("s;1;2;3;k", Signature.TextToSign("s", JsonMessage.Read(json).Parameters!, "k"));
    }

    [Fact]
    [Proves("T-5", "S-5")]
    public void Any_text_is_read_as_another_program_wrote_it() => FixedSeed.ForAll(AnyMessage.FlatFields, fields =>
    {
        var json = string.Join(',', fields.Select(field => $"{JsonSerializer.Serialize(field.Name)}:{JsonSerializer.Serialize(field.Value)}"));
        Assert.Equal(MessageText.Write(fields), Read($"{{{json}}}"));
    });

    private static string Read(string json) => MessageText.Write(JsonMessage.Read(Encoding.UTF8.GetBytes(json)));
}
