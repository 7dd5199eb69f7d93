namespace FreedomPaySandbox.Client;

/// <summary>
/// The payout may have been made or not. Settle it with <see cref="PayoutClient.ResolveAsync"/>, and never pay again under a new order
/// id: that is how recipients are paid twice.
/// </summary>
/// <param name="Reason">What happened.</param>
public sealed record PayoutOutcomeUnknown(UnknownReason Reason) : PayoutResult
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/> and <see cref="UnknownReason.InquiryRefused"/>.</summary>
    public int? Code { get; init; }
}
