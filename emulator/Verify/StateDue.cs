namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What should have become of an order.</summary>
internal enum StateDue
{
    PaidOnce,

    NotPaid,

    /// <summary>Paid or not, but not twice.</summary>
    NotPaidTwice,
}
