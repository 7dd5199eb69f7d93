using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// A payout to a card that its holder saved before (M-7), as a merchant orders it. Source: docs.freedompay.kz, <c>POST /g2g/reg2reg</c>.
/// </summary>
/// <remarks>The token comes with the <see cref="SavedCardCallback"/> of <see cref="PayoutClient.SaveCardAsync"/>.</remarks>
public sealed record TokenPayout
{
    /// <summary>The merchant's own name for the payout, 1–50 characters. One payout, one order id, whatever goes wrong.</summary>
    public required string OrderId { get; init; }

    /// <summary>Currency units, from 0.01 to 99 999 999.00.</summary>
    public required Amount Amount { get; init; }

    /// <summary>What the payout is for, 1–255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// Until when the payout may be made, in whole seconds. It is sent in the local time of the merchant's account, see
    /// <see cref="FreedomPayOptions.UtcOffset"/>. One that is past is refused with <see cref="GatewayError.TimeIsUp"/> (10018).
    /// </summary>
    public required DateTimeOffset TimeLimit { get; init; }

    /// <summary>Whose card it is, as it was saved: 1–50 Latin letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>Where the callback goes: an absolute http(s) address of at most 255 characters.</summary>
    public required string PostLink { get; init; }

    /// <summary>
    /// The token of the saved card: a UUID with hyphens. One that is unknown, or another user's, is refused with
    /// <see cref="GatewayError.ModelNotFound"/> (1999).
    /// </summary>
    public required string CardToken { get; init; }

    /// <summary>Order and amount.</summary>
    public override string ToString() => $"payout of {Amount} to a saved card under {OrderId}";
}

/// <summary>Holds a payout to a saved card to the documented forms (M-7) before it is sent.</summary>
internal static class TokenPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(TokenPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(TokenPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. FieldForms.Text(nameof(payout.Description), payout.Description),
        .. FieldForms.TimeLimit(payout.TimeLimit),
        .. FieldForms.UserId(payout.UserId),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.When(!Guid.TryParseExact(payout.CardToken, "D", out _), "CardToken: a UUID with hyphens is expected."),
    ];
}

/// <summary>The fields of a payout to a saved card (M-7), before salt and signature.</summary>
internal static class TokenPayoutMessage
{
    public static Parameters Build(TokenPayout payout, long merchantId, TimeSpan utcOffset) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.Description, payout.Description)
        .And(Fields.OrderTimeLimit, WireDate.Local(payout.TimeLimit, utcOffset))
        .And(Fields.UserId, payout.UserId)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.CardTokenTo, payout.CardToken)
        .All;
}
