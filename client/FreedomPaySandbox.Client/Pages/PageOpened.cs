namespace FreedomPaySandbox.Client;

/// <summary>
/// There is a page (M-8, M-9). Send the recipient's browser there; how it ends, the callback tells. That the browser comes to the back
/// link proves nothing.
/// </summary>
/// <param name="PaymentId">The gateway's number of the payout, or of the saving of the card.</param>
/// <param name="RedirectUrl">The page's address. Whoever has it can type a card there: send it to the recipient only, and do not log it.</param>
public sealed record PageOpened(long PaymentId, Uri RedirectUrl) : PageResult
{
    /// <summary>The number, and not the address.</summary>
    public override string ToString() => $"page of payment {PaymentId}";
}
