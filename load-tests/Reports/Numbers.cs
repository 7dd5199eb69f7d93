using System.Globalization;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary>Milliseconds with three digits that say something: <c>0.42</c>, <c>7.31</c>, <c>84.2</c>, <c>1250</c>.</summary>
    public static string Ms(double ms) => ms.ToString(ms < 10 ? "0.00" : ms < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary><c>12 345</c>, with a space that does not break.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    public static string Rate(double rate) => rate.ToString(rate < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    public static string Percent(double percent) => percent.ToString(percent is > 0 and < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + "\u00a0%";

    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
