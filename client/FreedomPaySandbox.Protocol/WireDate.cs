using System.Globalization;

namespace FreedomPaySandbox.Protocol;

/// <summary>The two ways in which the gateway writes a date: ISO in UTC, and local time without a zone.</summary>
public static class WireDate
{
    private const string IsoFormat = "yyyy-MM-dd'T'HH:mm:ss'+00:00'";
    private const string LocalFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Writes <c>2024-09-02T12:19:01+00:00</c>: UTC, whole seconds.</summary>
    /// <param name="time">The moment.</param>
    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <summary>Writes <c>2018-12-31 15:00:00</c>: the merchant's local time, whole seconds.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="utcOffset">The merchant's fixed distance from UTC.</param>
    public static string Local(DateTimeOffset time, TimeSpan utcOffset) =>
        time.ToOffset(utcOffset).ToString(LocalFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO date with any offset.</summary>
    /// <param name="text">Such as <c>2024-09-02T12:19:01+00:00</c>.</param>
    /// <param name="time">The moment, when the text is one.</param>
    public static bool TryParseIso(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>Reads a local date.</summary>
    /// <param name="text">Such as <c>2018-12-31 15:00:00</c>.</param>
    /// <param name="utcOffset">The merchant's fixed distance from UTC.</param>
    /// <param name="time">The moment, when the text is one.</param>
    public static bool TryParseLocal(string text, TimeSpan utcOffset, out DateTimeOffset time)
    {
        var read = DateTime.TryParseExact(text, LocalFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && HasUtcForm(local, utcOffset);
        time = read ? new DateTimeOffset(local, utcOffset) : default;
        return read;
    }

    // In the first and the last hours of the calendar, UTC may lie outside it.
    private static bool HasUtcForm(DateTime local, TimeSpan utcOffset) =>
        local.Ticks - utcOffset.Ticks is var ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
}
