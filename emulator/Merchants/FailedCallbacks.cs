namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>Whether a failed payout is called back (N-8).</summary>
internal enum FailedCallbacks
{
    Send,
    Skip,
}
