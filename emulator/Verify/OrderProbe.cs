namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Asks a merchant what became of an order.</summary>
/// <returns>What it said, or why it said nothing, in a sentence.</returns>
internal delegate Task<(ReportedOrder? Order, string? Hindrance)> OrderProbe(VerifyOrder order, CancellationToken stopping);
