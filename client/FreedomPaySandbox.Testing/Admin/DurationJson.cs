using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Testing;

/// <summary>Durations as the admin API writes them: <c>500ms</c>, <c>5s</c>, <c>2h</c>.</summary>
internal sealed class DurationJson : JsonConverter<TimeSpan>
{
    public static string Text(TimeSpan duration) =>
        duration < TimeSpan.Zero ? $"-{DurationText.Of(duration.Duration())}" : DurationText.Of(duration);

    public static TimeSpan Of(string? text) =>
        SettingText.Duration(text ?? "") ?? throw new JsonException($"Expected a duration such as 5s, not '{text}'.");

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));
}
