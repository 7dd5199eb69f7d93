using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// A payout to a card that the recipient types on a page of the gateway's (M-8), as a merchant orders it. Source: docs.freedompay.kz,
/// <c>POST /api/reg2nonreg</c>.
/// </summary>
public sealed record HostedPayout
{
    /// <summary>The merchant's own name for the payout, 1–50 characters. One payout, one order id, whatever goes wrong.</summary>
    public required string OrderId { get; init; }

    /// <summary>Currency units, from 0.01 to 99 999 999.00.</summary>
    public required Amount Amount { get; init; }

    /// <summary>What the payout is for, 1–255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// Until when the recipient may type a card, in whole seconds; after it the payout has failed with <see cref="GatewayError.TimeIsUp"/>
    /// (10018). It is sent in the local time of the merchant's account, see <see cref="FreedomPayOptions.UtcOffset"/>.
    /// </summary>
    public required DateTimeOffset TimeLimit { get; init; }

    /// <summary>Where the page sends the recipient afterwards: an absolute http(s) address of at most 255 characters.</summary>
    public required string BackLink { get; init; }

    /// <summary>Where the callback goes: an absolute http(s) address of at most 255 characters.</summary>
    public required string PostLink { get; init; }

    /// <summary>Whether the merchant's own page shows the gateway's in a frame.</summary>
    public bool InFrame { get; init; }

    /// <summary>The merchant's own name for the recipient: at most 50 Latin letters, digits, <c>_</c> and <c>-</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>The recipient's e-mail address, at most 255 characters.</summary>
    public string? UserEmail { get; init; }

    /// <summary>Order and amount.</summary>
    public override string ToString() => $"payout of {Amount} by a page under {OrderId}";
}

/// <summary>Holds a payout by a page to the documented forms (M-8) before it is sent.</summary>
internal static class HostedPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(HostedPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(HostedPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. FieldForms.Text(nameof(payout.Description), payout.Description),
        .. FieldForms.TimeLimit(payout.TimeLimit),
        .. FieldForms.Link(nameof(payout.BackLink), payout.BackLink),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.OptionalUserId(payout.UserId),
        .. FieldForms.OptionalText(nameof(payout.UserEmail), payout.UserEmail),
    ];
}

/// <summary>The fields of a payout by a page (M-8), before salt and signature.</summary>
internal static class HostedPayoutMessage
{
    public static Parameters Build(HostedPayout payout, long merchantId, TimeSpan utcOffset) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.Description, payout.Description)
        .And(Fields.OrderTimeLimit, WireDate.Local(payout.TimeLimit, utcOffset))
        .And(Fields.BackLink, payout.BackLink)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.PaymentRoute, payout.InFrame ? "frame" : null)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.UserEmail, payout.UserEmail)
        .All;
}
