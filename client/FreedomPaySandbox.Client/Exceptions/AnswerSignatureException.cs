namespace FreedomPaySandbox.Client;

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
