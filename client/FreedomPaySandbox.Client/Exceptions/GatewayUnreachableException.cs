namespace FreedomPaySandbox.Client;

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
