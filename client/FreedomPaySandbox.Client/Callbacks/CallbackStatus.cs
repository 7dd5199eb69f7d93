namespace FreedomPaySandbox.Client;

/// <summary>How a payout ended, as its callback tells.</summary>
public enum CallbackStatus
{
    /// <summary>The payout was made.</summary>
    Ok,

    /// <summary>The payout has failed; the amount is back on the balance.</summary>
    Error,
}
