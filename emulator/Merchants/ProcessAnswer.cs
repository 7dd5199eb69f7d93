namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>How the answer says that a payout is in process (C-3).</summary>
internal enum ProcessAnswer
{
    /// <summary><c>pg_status=process</c>.</summary>
    Process,

    /// <summary><c>pg_status=ok</c> with <c>pg_payment_status=process</c>; at least one public client needs it.</summary>
    OkWithPaymentStatus,
}
