using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A JSON body (T-5). It keeps its nesting, and its numbers keep their digits.</summary>
internal sealed record SignJson(string Json, Parameters Fields) : SignBody(Fields)
{
    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool TryRead(string json, [NotNullWhen(true)] out SignJson? body, [NotNullWhen(false)] out string? problem)
    {
        var reading = JsonMessage.Read(Encoding.UTF8.GetBytes(json));
        body = reading.IsWellFormed ? new SignJson(json, reading.Parameters) : null;
        problem = reading.Problem;
        return body is not null;
    }

    public override IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added) =>
        ["-H 'Content-Type: application/json'", $"-d {ShellWords.QuoteLines(Write(added))}"];

    private string Write(IReadOnlyList<SignField> added)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var document = JsonDocument.Parse(Json))
        using (var writer = new Utf8JsonWriter(buffer, s_readable))
        {
            writer.WriteStartObject();
            WriteMembers(writer, document.RootElement);
            foreach (var field in added)
                writer.WriteString(field.Path, field.Value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                WriteMembers(writer, value);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    // A nested member counts as one of the outermost level, so a signature is one wherever it stands.
    private static void WriteMembers(Utf8JsonWriter writer, JsonElement json)
    {
        foreach (var member in json.EnumerateObject().Where(member => !member.NameEquals(Protocol.Fields.Signature)))
        {
            writer.WritePropertyName(member.Name);
            WriteValue(writer, member.Value);
        }
    }
}
