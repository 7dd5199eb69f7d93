using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Testing;

/// <summary>Words as the admin API writes them: <c>rejected</c> for TurnedAway.</summary>
internal sealed class DashedWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum
{
    public static string? Format(T? value) => value is { } word ? JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()) : null;
}

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

/// <summary>Moments in whole milliseconds, which is how the sandbox counts.</summary>
internal sealed class MomentJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()));
}
