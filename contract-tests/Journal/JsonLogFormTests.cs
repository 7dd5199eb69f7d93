using System.Diagnostics;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Logging;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed partial class JsonLogFormTests
{
    [Fact]
    public async Task An_entry_is_one_object_with_its_values_by_name()
    {
        var (line, entry) = await WrittenAsync(log => LogCall(log, "POST", 7, 0.12345, true, null));

        Assert.Equal(
            """{"timestamp":"2026-01-15T09:00:00.000Z","level":"Information","category":"shop","message":"POST 7 0.12345 True (null)","values":{"method":"POST","merchant":7,"milliseconds":0.123,"strict":true,"nothing":null}}""",
            line);
        Assert.Null(entry["exception"]);
    }

    [Theory]
    [InlineData("two\nlines\r\nand \u2028 more")]
    [InlineData("\"quoted\" \\ \u0000 \u001b[31m")]
    [InlineData("half \ud800 a pair")]
    [InlineData("Описание платежа")]
    public async Task It_stays_one_line_of_JSON_whatever_it_says(string text)
    {
        var (line, entry) = await WrittenAsync(log => LogText(log, text));

        Assert.DoesNotContain(line, character => character is '\n' or '\r' or < ' ');
        Assert.Equal(text.Replace('\ud800', '\ufffd'), (string?)entry["values"]!["text"]);
    }

    [Fact]
    public async Task An_exception_is_told_beside_the_message()
    {
        var (_, entry) = await WrittenAsync(log => LogFault(log, new InvalidOperationException("it broke")));

        Assert.Equal(("Error", "failed"), ((string?)entry["level"], (string?)entry["message"]));
        Assert.Contains("it broke", (string?)entry["exception"], StringComparison.Ordinal);
        Assert.Null(entry["values"]);
    }

    [Fact]
    public async Task What_is_written_while_a_call_is_handled_names_its_trace()
    {
        using var activity = new Activity("call").SetParentId("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").Start();
        var (_, entry) = await WrittenAsync(log => LogText(log, "x"));

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", (string?)entry["traceId"]);
        Assert.Equal(activity.SpanId.ToHexString(), (string?)entry["spanId"]);
    }

    private static async Task<(string Line, JsonObject Entry)> WrittenAsync(Action<ILogger> say)
    {
        using var stream = new MemoryStream();
        await using (var lines = new AsyncConsoleWriter(stream, TimeProvider.System))
        {
            using var provider = new LineLoggerProvider(lines, new JsonLogFormatter(), new SandboxClock(new ManualTime(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero))));
            say(provider.CreateLogger("shop"));
        }

        var line = Assert.Single(System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split(Environment.NewLine)[..^1]);
        return (line, JsonNode.Parse(line)!.AsObject());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Merchant} {Milliseconds} {Strict} {Nothing}")]
    private static partial void LogCall(ILogger log, string method, long merchant, double milliseconds, bool strict, string? nothing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Text}")]
    private static partial void LogText(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed")]
    private static partial void LogFault(ILogger log, Exception fault);
}
