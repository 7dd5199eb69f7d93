using System.Globalization;
using System.Xml;

namespace FreedomPaySandbox.Emulator.Text;

/// <summary>Reads the texts of settings; <see langword="null"/> where a text is not of the kind asked for.</summary>
internal static class SettingText
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(3660);

    // Room on both sides for local times and schedules.
    private static readonly DateTimeOffset s_earliest = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fK", "yyyy-MM-dd'T'HH:mm:ss.ffK", "yyyy-MM-dd'T'HH:mm:ss.fffK"];

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// A time span that is not negative: <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>1d</c>, <c>500ms</c>, or ISO 8601 such as <c>PT30M</c>.
    /// </summary>
    public static TimeSpan? Duration(string text)
    {
        if (text.StartsWith('P'))
            return Iso(text);

        var unit = text.AsSpan().TrimStart("0123456789.");
        var known = unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        var digits = text.AsSpan(0, text.Length - unit.Length);
        return known > TimeSpan.Zero
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count <= s_longest / known
                ? count * known
                : null;
    }

    /// <summary>
    /// Whether a text holds control characters, such as the carriage return that files of Windows leave at the end of a line.
    /// </summary>
    public static bool HasControls(string text) => text.Any(char.IsControl);

    /// <summary>A fixed distance from UTC: <c>+06:00</c>.</summary>
    public static TimeSpan? UtcOffset(string text) =>
        DateTimeOffset.TryParseExact(
            "2000-01-01T00:00:00" + text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.Offset
            : null;

    /// <summary>
    /// A moment with its distance from UTC, in whole milliseconds: <c>2026-01-15T09:00:00Z</c>, <c>2026-01-15T15:00:00+06:00</c>.
    /// </summary>
    public static DateTimeOffset? Moment(string text) =>
        text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParseExact(text, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
        && moment >= s_earliest && moment < s_latest
            ? moment.ToUniversalTime()
            : null;

    /// <summary>The value of that name, in any case; numbers are not names.</summary>
    public static TEnum? Choice<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<TEnum>(text, ignoreCase: true) : null;

    // A month and a year have no fixed length, and white space is nobody's intention.
    private static TimeSpan? Iso(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (text.AsSpan(0, time < 0 ? text.Length : time).ContainsAny('M', 'Y') || text.Any(char.IsWhiteSpace))
            return null;
        try
        {
            var span = XmlConvert.ToTimeSpan(text);
            return span <= s_longest ? span : null;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Writes a time span as people write it, in the largest unit that leaves no rest: <c>90s</c>, <c>30m</c>, <c>500ms</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Ticks)[] s_units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
    ];

    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0s";
        foreach (var (unit, ticks) in s_units)
        {
            if (duration.Ticks % ticks == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / ticks}{unit}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / (decimal)TimeSpan.TicksPerMillisecond:0.####}ms");
    }
}
