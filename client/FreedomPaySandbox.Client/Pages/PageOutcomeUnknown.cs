using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// There may be a page or not, and its address is lost in any case. Of a payout, ask <see cref="PayoutClient.ResolveAsync"/> before
/// anything else: <see cref="PayoutNotMade"/> says that the page may be asked for again under the same order id;
/// <see cref="PayoutInProcess"/> that there is one which nobody was sent to, so that it fails with <see cref="GatewayError.TimeIsUp"/> (10018)
/// when its time limit is past. A card to be saved moves no money: just ask for another page.
/// </summary>
/// <param name="Reason">What happened.</param>
public sealed record PageOutcomeUnknown(UnknownReason Reason) : PageResult
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/>.</summary>
    public int? Code { get; init; }
}
