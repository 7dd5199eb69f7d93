using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// Whether what is stored as it was sent (links, ids, keys) would store what must not be kept. Masked it would be another link, id or key.
/// </summary>
/// <param name="secrets">The merchant's.</param>
/// <param name="card">What the call sent as the card to pay to, if it did.</param>
internal readonly struct KeptAsSent(MerchantSecrets secrets, string? card)
{
    /// <summary>A shorter secret stands in half of all texts, and hides nothing.</summary>
    private const int ShortestSecret = 8;

    private readonly string? _card = card is not null && CardNumber.IsWellFormed(card) ? card : null;

    /// <summary>Whether an order id may be kept: long numbers may stand in it, known cards and secrets may not.</summary>
    public bool AllowsOrder(string order) => !OrderId.HoldsCard(order, _card) && !HoldsSecret(order);

    /// <summary>Whether another text may be kept.</summary>
    public bool Allows(string? text) => text is null || (!CardDigits.AreIn(text, _card) && !HoldsSecret(text));

    private bool HoldsSecret(string text) => Holds(text, secrets.Payout) || Holds(text, secrets.Receive);

    private static bool Holds(string text, string secret) =>
        secret.Length >= ShortestSecret && text.Length >= secret.Length && text.Contains(secret, StringComparison.Ordinal);
}
