namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What should have become of an order.</summary>
internal enum ExpectedState
{
    PaidOnce,

    NotPaid,

    /// <summary>Paid or not, but not twice.</summary>
    NotPaidTwice,
}
