using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>Where nobody outside knows what the vendor does, the merchant may choose; the first of each is the default.</summary>
internal sealed record MerchantSwitches
{
    public SignErrors SignErrors { get; init; }

    public DuplicateOrder DuplicateOrder { get; init; }

    public UnknownCards UnknownCards { get; init; }

    public ProcessAnswer ProcessAnswer { get; init; }

    public FailedCallbacks FailedCallbacks { get; init; }

    public CallbackScriptName CallbackScriptName { get; init; }

    /// <summary>Whether bank details must be such as can be real (M-1), which the vendor's own example is not.</summary>
    public bool StrictBankDetails { get; init; }
}

/// <summary>What becomes of a second payout under one order id (E-9).</summary>
internal enum DuplicateOrder
{
    Refuse,
    Accept,
}

/// <summary>Whether a failed payout is called back (N-8).</summary>
internal enum FailedCallbacks
{
    Send,
    Skip,
}

/// <summary>How the answer says that a payout is in process (C-3).</summary>
internal enum ProcessAnswer
{
    /// <summary><c>pg_status=process</c>.</summary>
    Process,

    /// <summary><c>pg_status=ok</c> with <c>pg_payment_status=process</c>; at least one public client needs it.</summary>
    OkWithPaymentStatus,
}

/// <summary>Which error answers are signed (section 3.3).</summary>
internal enum SignErrors
{
    /// <summary>Those that the vendor documents as signed.</summary>
    Documented,
    Never,
    Always,
}

/// <summary>What becomes of a payout to a valid card that is no test card (C-2).</summary>
internal enum UnknownCards
{
    Succeed,
    Refuse,
}
