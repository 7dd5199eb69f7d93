using System.Globalization;

namespace FreedomPaySandbox.Yardstick;

/// <summary>How late attempts were, in milliseconds. Pure.</summary>
internal sealed record LatenessFigures(double Middle, double High, double Worst, int Count)
{
    public static LatenessFigures From(IEnumerable<TimeSpan> lateness)
    {
        var sorted = lateness.Select(late => late.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? new LatenessFigures(0, 0, 0, 0) : new LatenessFigures(At(sorted, 0.5), At(sorted, 0.99), sorted[^1], sorted.Count);
    }

    /// <summary>p50, p99, worst and how many, for a script to read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Middle:0.0} {High:0.0} {Worst:0.0} {Count}");

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
