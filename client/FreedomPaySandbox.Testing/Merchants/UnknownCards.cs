namespace FreedomPaySandbox.Testing;

/// <summary>What becomes of a payout to a valid card that is no test card.</summary>
public enum UnknownCards
{
    /// <summary>It succeeds.</summary>
    Succeed,

    /// <summary>It fails with 99999.</summary>
    Refuse,
}
