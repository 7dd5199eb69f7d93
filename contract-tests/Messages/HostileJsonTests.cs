using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class HostileJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("""{"a":"1""")]
    [InlineData("""{"a":"1"}}""")]
    [InlineData("""{"a":"1"},{}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":1/**/}""")]
    [InlineData("{\"a\":\"\0\"}")]
    [InlineData("a=1")]
    public void What_is_no_document_is_refused(string json) => Refused(json, "The JSON is malformed at ");

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"a":"1"}]""")]
    [InlineData("\"a\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void What_is_no_object_is_refused(string json) => Refused(json, "The JSON is not an object.");

    [Theory]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("""{"a\u0001":"1"}""")]
    [InlineData("""{"a":"\uffff"}""")]
    public void What_no_answer_could_repeat_is_refused(string json) => Refused(json, "A field holds a NUL");

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\udc00\ud800"}""")]
    [InlineData("""{"a\ud800":"1"}""")]
    public void Half_a_surrogate_pair_is_refused(string json) => Refused(json, "A text of the JSON is not valid Unicode.");

    [Fact]
    public void What_is_not_UTF8_is_refused()
    {
        byte[] value = [.. "{\"a\":\""u8, 0xCE, 0xEF, .. "\"}"u8];
        byte[] name = [.. "{\""u8, 0xFF, .. "\":1}"u8];
        Assert.NotNull(JsonMessage.Read(value).Problem);
        Assert.NotNull(JsonMessage.Read(name).Problem);
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"a\":[", "]}")]
    public void Depth_is_limited(string open, string close)
    {
        Assert.True(Read(Nested(2)).IsWellFormed);
        Refused(Nested(9), "The JSON is malformed at ");
        Refused(Nested(50_000), "The JSON is malformed at ");

        string Nested(int depth) =>
            $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";
    }

    [Fact]
    public void The_number_of_fields_is_limited()
    {
        Assert.True(Read($"{{\"a\":[{Ones(1000)}]}}").IsWellFormed);
        Refused($"{{\"a\":[{Ones(1001)}]}}", "More than 1000 fields.");
        Refused($"{{\"a\":{{\"b\":[{Ones(10_000)}]}},\"c\":1}}", "More than 1000 fields.");

        static string Ones(int count) => string.Join(',', Enumerable.Repeat('1', count));
    }

    [Fact]
    public void Length_is_limited() =>
        Refused($"{{\"a\":\"{new string('x', 1024 * 1024)}\"}}", "The JSON is longer than 1048576 bytes.");

    [Fact]
    public void The_problem_repeats_no_value() =>
        Assert.DoesNotContain("4405645000006150", Read("""{"pg_payment_to":"4405645000006150",,}""").Problem!, StringComparison.Ordinal);

    private static MessageReadResult Read(string json) => JsonMessage.Read(Encoding.UTF8.GetBytes(json));

    private static void Refused(string json, string problem)
    {
        var reading = Read(json);
        Assert.False(reading.IsWellFormed);
        Assert.StartsWith(problem, reading.Problem, StringComparison.Ordinal);
    }
}
