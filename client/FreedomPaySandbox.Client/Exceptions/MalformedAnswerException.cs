namespace FreedomPaySandbox.Client;

/// <summary>
/// What came back is no answer of the gateway to this call: cut short, longer than 64 KB, no XML, a redirect, without a field it needs,
/// or about another merchant or order. The payout may have been made.
/// </summary>
public sealed class MalformedAnswerException : PayoutException
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What is wrong with the answer, what to check, what to do next.</param>
    /// <param name="cause">What the network said, if it was the network.</param>
    public MalformedAnswerException(string message, Exception? cause = null)
        : base(message, outcomeIsUnknown: true, cause)
    {
    }
}
