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

    /// <summary>
    /// A key of at most 255 characters under which a repeated call gets the first one's answer and makes no second payout (E-10).
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Order, amount and masked card.</summary>
    public override string ToString() =>
        $"payout of {Amount} to {(CardNumber.IsWellFormed(Card) ? CardNumber.Mask(Card) : "no card")} under {OrderId}";
}

/// <summary>Holds a payout to the documented forms (section 3.1) before it is sent, so that a slip costs no call.</summary>
internal static class CardPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value: a card number may be anywhere.</exception>
    public static void Require(CardPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(CardPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. FieldForms.When(
            !CardNumber.IsWellFormed(payout.Card), $"Card: {CardNumber.MinDigits} to {CardNumber.MaxDigits} digits without spaces are expected."),
        .. FieldForms.Text(nameof(payout.Description), payout.Description),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.OptionalUserId(payout.UserId),
        .. FieldForms.When(
            payout.CardName is { } name && !XmlText.IsWritable(name), "CardName: text without control characters is expected, or null."),
        .. FieldForms.OptionalCurrency(payout.Currency),
        .. FieldForms.OptionalText(nameof(payout.IdempotencyKey), payout.IdempotencyKey),
        .. FieldForms.When(Reveals(payout), "OrderId, Description, PostLink, UserId and IdempotencyKey: they must not contain the card number."),
    ];

    // These are stored, shown and logged on both sides.
    private static bool Reveals(CardPayout payout) =>
        CardNumber.IsWellFormed(payout.Card)
        && new[] { payout.OrderId, payout.Description, payout.PostLink, payout.UserId, payout.IdempotencyKey }
            .Any(text => text?.Contains(payout.Card, StringComparison.Ordinal) == true);
}

/// <summary>The fields of a payout to a card (section 3.1), in the order of the vendor's page, before salt and signature.</summary>
internal static class CardPayoutMessage
{
    public static Parameters Build(CardPayout payout, long merchantId) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.PaymentTo, payout.Card)
        .And(Fields.Description, payout.Description)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.CardName, payout.CardName)
        .And(Fields.Currency, payout.Currency)
        .And(Fields.IdempotencyKey, payout.IdempotencyKey)
        .All;
}
