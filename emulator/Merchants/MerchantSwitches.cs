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
