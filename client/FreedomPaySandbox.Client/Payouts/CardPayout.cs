using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>A payout to a card number, as a merchant orders it. Source: docs.freedompay.kg, <c>POST /g2g/p2p2nonreg</c>.</summary>
/// <remarks>Its text never shows the card number; what reads its members one by one, as some loggers do, would.</remarks>
public sealed record CardPayout
{
    /// <summary>The merchant's own name for the payout, 1–50 characters. One payout, one order id, whatever goes wrong.</summary>
    public required string OrderId { get; init; }

    /// <summary>Currency units, from 0.01 to 99 999 999.00.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The recipient's card number: 13–20 digits without spaces. Its check digit is the gateway's business.</summary>
    public required string Card { get; init; }

    /// <summary>What the payout is for, 1–255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Where the callback goes: an absolute http(s) address of at most 255 characters.</summary>
    public required string PostLink { get; init; }

    /// <summary>The merchant's own name for the recipient: at most 50 Latin letters, digits, <c>_</c> and <c>-</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>The name on the card.</summary>
    public string? CardName { get; init; }

    /// <summary>KGS, KZT, UZS, RUB, USD or EUR; the merchant's own currency when left out.</summary>
    public string? Currency { get; init; }

    /// <summary>A key of at most 255 characters under which a repeated call gets the first one's answer and makes no second payout (E-10).</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Order, amount and masked card.</summary>
    public override string ToString() =>
        $"payout of {Amount} to {(CardNumber.IsWellFormed(Card) ? CardNumber.Mask(Card) : "no card")} under {OrderId}";
}
