using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Verification.Drift;

/// <summary>Compares a gateway, or what one was recorded to answer, with the sandbox, scenario by scenario.</summary>
internal static class DriftRun
{
    /// <param name="scenarios">What is played.</param>
    /// <param name="found">Plays a scenario against the gateway, or takes it from a corpus; nothing when it is not there.</param>
    /// <param name="reference">Plays it against the sandbox.</param>
    /// <param name="told">Told of each scenario as it is done.</param>
    public static async Task<IReadOnlyList<Difference>> CompareAsync(
        IEnumerable<Scenario> scenarios,
        Func<Scenario, Task<IReadOnlyList<Exchange>>> found,
        ScenarioPlayer reference,
        Func<Scenario, IReadOnlyList<Difference>?, Task> told)
    {
        var all = new List<Difference>();
        foreach (var scenario in scenarios)
        {
            var exchanges = await found(scenario);
            if (exchanges.Count == 0)
            {
                await told(scenario, null);
                continue;
            }

            var differences = Comparison.Compare(scenario, await reference.PlayAsync(scenario), exchanges).Distinct().ToList();
            all.AddRange(differences);
            await told(scenario, differences);
        }

        return all;
    }
}

/// <summary>A gateway that scenarios are played against, and the merchant that calls it.</summary>
/// <param name="Address">Where the gateway is.</param>
/// <param name="MerchantId">The merchant's number.</param>
/// <param name="GetSecret">Returns the merchant's secret of a kind.</param>
/// <param name="Texts">Keeps secrets and card numbers out of recordings.</param>
internal sealed record DriftTarget(Uri Address, long MerchantId, Func<SecretKind, string> GetSecret, ITextSanitizer Texts)
{
    public override string ToString() => Address.Authority;
}

/// <summary>Hosts where a payout may be real.</summary>
internal static partial class ProductionHosts
{
    public static bool Contains(string host) => Vendor().IsMatch(host) && !host.Contains("test", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(^|\\.)(freedompay|paybox)\\.(money|kg|kz|uz)\\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vendor();
}
