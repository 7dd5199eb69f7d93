using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>What came of settling a payout by hand.</summary>
/// <param name="Payout">The payout as it is now; nothing when there is none.</param>
/// <param name="Hindrance">Why it is as it was, if it is.</param>
/// <param name="Queues">The lanes in which it owes callbacks.</param>
internal sealed record SettlementResult(Payout? Payout, SettleConflict? Hindrance, IReadOnlyList<string> Queues)
{
    public static SettlementResult None { get; } = new(null, null, []);
}
