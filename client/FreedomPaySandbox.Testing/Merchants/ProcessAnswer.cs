namespace FreedomPaySandbox.Testing;

/// <summary>How the answer says that a payout is in process.</summary>
public enum ProcessAnswer
{
    /// <summary>As pg_status=process.</summary>
    Process,

    /// <summary>As pg_status=ok with pg_payment_status=process.</summary>
    OkWithPaymentStatus,
}
