using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Decisions;

/// <summary>Decides what happens when somebody makes a payout in process final. Pure.</summary>
internal static class SettleRules
{
    /// <param name="payout">The payout as it is stored.</param>
    /// <param name="errorCode">How it ends: a code of the vendor's table, 0 for success, or <see langword="null"/> for what was decided
    /// when it was made.</param>
    /// <param name="merchant">Whose payout it is.</param>
    /// <param name="now">By the merchant's clock.</param>
    public static SettleDecision Decide(Payout payout, int? errorCode, Merchant merchant, DateTimeOffset now)
    {
        if (payout.StatusAt(now) != PayoutStatus.Process)
            return new SettleDecision(payout, SettleConflict.Final);

        // Nobody knows where the money would go.
        if (payout.Waits && errorCode == 0)
            return new SettleDecision(payout, SettleConflict.NoRecipient);

        var settled = payout with { SettlesAt = now, ErrorCode = errorCode is { } code ? (code == 0 ? null : code) : payout.ErrorCode };
        return new SettleDecision(settled, Conflict: null)
        {
            CallsBack = settled.PostLink is not null && (settled.ErrorCode is null || merchant.Switches.FailedCallbacks == FailedCallbacks.Send),
        };
    }
}

/// <summary>What becomes of a payout that somebody settles.</summary>
/// <param name="Payout">The payout as it is from now on.</param>
/// <param name="Conflict">Why it stays as it was, if it does.</param>
internal sealed record SettleDecision(Payout Payout, SettleConflict? Conflict)
{
    /// <summary>Whether the merchant is called back.</summary>
    public bool CallsBack { get; init; }
}

/// <summary>Why a payout cannot be settled.</summary>
internal enum SettleConflict
{
    /// <summary>It is final already.</summary>
    Final,

    /// <summary>It cannot succeed: its recipient has typed no card yet.</summary>
    NoRecipient,
}
