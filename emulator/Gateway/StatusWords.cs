using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>How the methods call the state of a payout.</summary>
internal static class StatusWords
{
    /// <summary>In <c>pg_payment_status</c> (M-3, M-5).</summary>
    public static string PaymentStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Process => "process",
        PayoutStatus.Ok => "success",
        _ => "error",
    };

    /// <summary>In <c>pg_status</c> of the older methods, and in <c>pg_transaction_status</c> (M-5, M-6).</summary>
    public static string TransactionStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Process => "pending",
        PayoutStatus.Ok => "ok",
        _ => "failed",
    };
}
