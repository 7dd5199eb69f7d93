namespace FreedomPaySandbox.Client;

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
