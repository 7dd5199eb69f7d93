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
