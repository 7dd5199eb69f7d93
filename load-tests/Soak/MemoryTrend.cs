using System.Globalization;
using FreedomPaySandbox.LoadTests.Closing;

namespace FreedomPaySandbox.LoadTests.Soak;

/// <summary>
/// Whether memory grows. Between collections it always does, so the lowest of the second quarter is held against the lowest of the last.
/// Pure.
/// </summary>
internal static class MemoryTrend
{
    private const int Quarters = 4;
    private const double MostGrowth = 64;
    private const double BytesInMb = 1024 * 1024;

    /// <param name="bytes">Samples at even distances.</param>
    /// <param name="includesSandbox">Whether the sandbox's memory is in them.</param>
    public static IReadOnlyList<Observation> From(IReadOnlyList<long> bytes, bool includesSandbox)
    {
        var quarter = bytes.Count / Quarters;
        if (quarter == 0)
            return [];
        var (early, late) = (bytes.Skip(quarter).Take(quarter).Min() / BytesInMb, bytes.TakeLast(quarter).Min() / BytesInMb);
        var whose = includesSandbox ? "memory of load and sandbox" : "memory of the load alone";
        return
        [
            new Observation(
                $"{whose}, second to last quarter", $"{Mb(early)} to {Mb(late)} MB", $"at most {Mb(MostGrowth)} MB more", late - early <= MostGrowth),
        ];
    }

    private static string Mb(double megabytes) => megabytes.ToString("0.#", CultureInfo.InvariantCulture);
}
