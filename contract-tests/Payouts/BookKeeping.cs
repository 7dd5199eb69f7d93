using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>A merchant's own books, in hundredths: every entry kept, nothing updated, so that a sum is all there is to get wrong.</summary>
internal sealed class BookKeeping(long opening, decimal commissionPercent, TimeSpan settleAfter)
{
    private readonly List<(DateTimeOffset At, decimal Minor)> _entries = [(DateTimeOffset.MinValue, opening)];

    public long BalanceAt(DateTimeOffset now) => (long)_entries.Where(entry => entry.At <= now).Sum(entry => entry.Minor);

    /// <summary>Books a payout as published for the card (C-1), unless the balance is too low.</summary>
    /// <returns>The error code in the end, or 0.</returns>
    public int Pay(TestCard card, long minor, DateTimeOffset now)
    {
        var cost = minor + Math.Floor(minor * commissionPercent / 100 + 0.5m);
        if (cost > BalanceAt(now))
            return 8888;

        var fails = card.ErrorCode is not null;
        if (!fails || card.InProcess)
            _entries.Add((now, -cost));
        if (fails && card.InProcess)
            _entries.Add((now + settleAfter, cost));
        return card.ErrorCode ?? 0;
    }
}
