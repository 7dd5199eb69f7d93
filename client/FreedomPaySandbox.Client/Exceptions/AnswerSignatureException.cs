namespace FreedomPaySandbox.Client;

/// <summary>An answer whose signature is wrong or missing: anybody may have written it. The payout may have been made.</summary>
public sealed class AnswerSignatureException : PayoutException
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What is wrong with the signature, what to check, what to do next.</param>
    public AnswerSignatureException(string message)
        : base(message, outcomeIsUnknown: true, cause: null)
    {
    }
}
