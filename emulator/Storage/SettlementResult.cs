using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What came of settling a payout by hand.</summary>
/// <param name="Payout">The payout as it is now; nothing when there is none.</param>
/// <param name="Hindrance">Why it is as it was, if it is.</param>
/// <param name="Lanes">The lanes in which it owes callbacks.</param>
internal sealed record SettlementResult(Payout? Payout, SettlementHindrance? Hindrance, IReadOnlyList<string> Lanes)
{
    public static SettlementResult None { get; } = new(null, null, []);
}
