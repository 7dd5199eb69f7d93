namespace FreedomPaySandbox.Testing;

/// <summary>Whether a failed payout is called back.</summary>
public enum FailedCallbacks
{
    /// <summary>It is.</summary>
    Send,

    /// <summary>It is not.</summary>
    Skip,
}
