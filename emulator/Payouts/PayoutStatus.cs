namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>How far a payout is.</summary>
internal enum PayoutStatus
{
    Process,
    Ok,
    Error,
}
