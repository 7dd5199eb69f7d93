namespace FreedomPaySandbox.Client;

/// <summary>The gateway did not tell the balance: ask again.</summary>
/// <param name="Reason">What happened.</param>
public sealed record PayoutBalanceUnknown(UnknownReason Reason) : PayoutBalance
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/> and <see cref="UnknownReason.InquiryRefused"/>.</summary>
    public int? Code { get; init; }

    /// <summary>The gateway's text beside the number.</summary>
    public string? Text { get; init; }
}
