namespace FreedomPaySandbox.Client;

/// <summary>An accident on the way to the gateway or back. Its message says what to check and what to do next.</summary>
public abstract class PayoutException : Exception
{
    private protected PayoutException(string message, bool outcomeIsUnknown, Exception? cause)
        : base(message, cause) => OutcomeIsUnknown = outcomeIsUnknown;

    /// <summary>
    /// Whether there is a payout that may have been made. If so, settle it with <see cref="PayoutClient.ResolveAsync"/> before anything else, and
    /// never pay again under a new order id.
    /// </summary>
    public bool OutcomeIsUnknown { get; }
}
