using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Words as the admin API writes them: <c>rejected</c> for TurnedAway.</summary>
internal sealed class DashedWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum
{
    public static string? Format(T? value) => value is { } word ? JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()) : null;
}
