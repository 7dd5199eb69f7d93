namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What a merchant holds an order for.</summary>
internal enum PaidState
{
    /// <summary>Open, or none of its orders.</summary>
    Unknown,

    Paid,

    Failed,
}
