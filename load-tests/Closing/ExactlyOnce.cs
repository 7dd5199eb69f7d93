using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Closing;

/// <summary>Holds what was ordered against what the gateway's books say. Pure.</summary>
internal static class ExactlyOnce
{
    public static IReadOnlyList<Observation> Check(IReadOnlyDictionary<string, Amount> ordered, IReadOnlyList<BookedPayout> booked)
    {
        var times = booked.GroupBy(payout => payout.OrderId, StringComparer.Ordinal).ToDictionary(payouts => payouts.Key, payouts => payouts.Count(), StringComparer.Ordinal);
        return
        [
            Observation.Count("payouts in the books, for as many orders", booked.Count, ordered.Count),
            Observation.Count("orders paid more than once", times.Count(order => order.Value > 1), 0),
            Observation.Count("orders not paid", ordered.Keys.Count(order => !times.ContainsKey(order)), 0),
            Observation.Count("payouts that nobody ordered", booked.Count(payout => !ordered.ContainsKey(payout.OrderId)), 0),
            Observation.Count("payouts of another amount", booked.Count(payout => ordered.TryGetValue(payout.OrderId, out var amount) && amount != payout.Amount), 0),
        ];
    }
}

/// <summary>A payout in the gateway's own books.</summary>
internal sealed record BookedPayout(string OrderId, Amount Amount);
