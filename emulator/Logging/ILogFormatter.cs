using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Logging;

/// <summary>Makes a line of a log entry.</summary>
internal interface ILogFormatter
{
    /// <summary>Whether it wants values apart; getting at them costs something.</summary>
    bool TakesValues { get; }

    string Line(LogEntry entry);
}

/// <summary>For people: time, a mark when it is worse than information, the message.</summary>
internal sealed class TextLogFormatter : ILogFormatter
{
    public bool TakesValues => false;

    public string Line(LogEntry entry)
    {
        var mark = entry.Level switch
        {
            >= LogLevel.Error => "error: ",
            LogLevel.Warning => "warning: ",
            _ => "",
        };
        var detail = entry.Exception is null ? "" : Environment.NewLine + TerminalText.SetBack(entry.Exception.ToString());
        return string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcDateTime:HH:mm:ss.fff} {mark}{TerminalText.Line(entry.Message)}{detail}");
    }
}

/// <summary>For machines: one JSON object, whatever the message holds.</summary>
internal sealed class JsonLogFormatter : ILogFormatter
{
    private const string OriginalFormat = "{OriginalFormat}";

    // No page shows it, so only what JSON itself demands is escaped, line breaks among it.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public bool TakesValues => true;

    public string Line(LogEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", entry.Level.ToString());
            json.WriteString("category", entry.Category);
            json.WriteString("message", entry.Message);
            WriteValues(json, entry.Values);
            if (entry.Exception is { } fault)
                json.WriteString("exception", fault.ToString());
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
            {
                json.WriteString("traceId", activity.TraceId.ToHexString());
                json.WriteString("spanId", activity.SpanId.ToHexString());
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        if (!values.Any(IsNamed))
            return;
        json.WriteStartObject("values");
        foreach (var (name, value) in values.Where(IsNamed))
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static bool IsNamed(KeyValuePair<string, object?> value) => !string.Equals(value.Key, OriginalFormat, StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(Math.Round(real, 3));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <summary>What somebody has to say for the log.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Who says it.</param>
/// <param name="Message">The words.</param>
internal readonly record struct LogEntry(DateTimeOffset At, LogLevel Level, string Category, string Message)
{
    public Exception? Exception { get; init; }

    /// <summary>The values that stand in the message, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];
}
