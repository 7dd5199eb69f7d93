using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What came of settling a payout by hand.</summary>
/// <param name="Payout">The payout as it is now; nothing when there is none.</param>
/// <param name="WasFinal">It was final before, and is as it was.</param>
/// <param name="Lanes">The lanes in which it owes callbacks.</param>
internal sealed record SettlementResult(Payout? Payout, bool WasFinal, IReadOnlyList<string> Lanes);
