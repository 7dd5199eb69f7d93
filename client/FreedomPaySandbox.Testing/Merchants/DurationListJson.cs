using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Writes a schedule as a list of durations.</summary>
internal sealed class DurationListJson : JsonConverter<IReadOnlyList<TimeSpan>>
{
    public override IReadOnlyList<TimeSpan> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Settings are written only.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TimeSpan> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var duration in value)
            writer.WriteStringValue(DurationJson.Text(duration));
        writer.WriteEndArray();
    }
}
