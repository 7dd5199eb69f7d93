using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Writes a distance from UTC as <c>+06:00</c>.</summary>
internal sealed class UtcOffsetJson : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Settings are written only.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue((value < TimeSpan.Zero ? "-" : "+") + value.ToString(@"hh\:mm", CultureInfo.InvariantCulture));
}
