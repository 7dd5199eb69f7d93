using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

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
