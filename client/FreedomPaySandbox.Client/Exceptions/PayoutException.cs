namespace FreedomPaySandbox.Client;

/// <summary>An accident on the way to the gateway or back. Its message says what to check and what to do next.</summary>
public abstract class PayoutException : Exception
{
    private protected PayoutException(string message, bool outcomeIsUnknown, Exception? cause)
        : base(message, cause) => OutcomeIsUnknown = outcomeIsUnknown;

    /// <summary>
    /// Whether there is a payout that may have been made. If so, settle it with <see cref="PayoutClient.ResolveAsync"/> before anything
    /// else, and never pay again under a new order id.
    /// </summary>
    public bool OutcomeIsUnknown { get; }
}

/// <summary>An answer whose signature is wrong or missing: anybody may have written it. What was asked for may have been done.</summary>
public sealed class AnswerSignatureException : PayoutException
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What is wrong with the signature, what to check, what to do next.</param>
    /// <param name="outcomeIsUnknown">Whether it was about a payout.</param>
    public AnswerSignatureException(string message, bool outcomeIsUnknown = true)
        : base(message, outcomeIsUnknown, cause: null)
    {
    }
}

/// <summary>
/// The call did not leave: the host's name was not found, the connection was refused or did not come about in time, or TLS failed. A
/// payout was not made; an inquiry leaves the payout it asks for as unknown as before.
/// </summary>
public sealed class GatewayUnreachableException : PayoutException
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What happened, what to check, what to do next.</param>
    /// <param name="outcomeIsUnknown">Whether it was an inquiry about a payout that did not leave.</param>
    /// <param name="cause">What the network said.</param>
    public GatewayUnreachableException(string message, bool outcomeIsUnknown = false, Exception? cause = null)
        : base(message, outcomeIsUnknown, cause)
    {
    }
}

/// <summary>
/// What came back is no answer of the gateway to this call: cut short, longer than 64 KB, no XML, a redirect, without a field it needs,
/// or about another merchant or order. What was asked for may have been done.
/// </summary>
public sealed class MalformedAnswerException : PayoutException
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What is wrong with the answer, what to check, what to do next.</param>
    /// <param name="cause">What the network said, if it was the network.</param>
    /// <param name="outcomeIsUnknown">Whether it was about a payout.</param>
    public MalformedAnswerException(string message, Exception? cause = null, bool outcomeIsUnknown = true)
        : base(message, outcomeIsUnknown, cause)
    {
    }
}
