using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Testing;

/// <summary>Durations as the admin API writes them: <c>500ms</c>, <c>5s</c>, <c>2h</c>.</summary>
internal sealed class DurationJson : JsonConverter<TimeSpan>
{
    public static string Text(TimeSpan duration) =>
        duration < TimeSpan.Zero ? $"-{DurationText.Format(duration.Duration())}" : DurationText.Format(duration);

    public static TimeSpan Parse(string? text) =>
        SettingText.Duration(text ?? "") ?? throw new JsonException($"Expected a duration such as 5s, not '{text}'.");

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));
}
