using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>Hosts where a payout may be real.</summary>
internal static partial class ProductionHosts
{
    public static bool Contains(string host) => Vendor().IsMatch(host) && !host.Contains("test", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(^|\\.)(freedompay|paybox)\\.(money|kg|kz|uz)\\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vendor();
}
