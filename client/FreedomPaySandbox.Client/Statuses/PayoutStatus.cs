using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// What the gateway knows of a payout (M-3, M-5, M-6): <see cref="PayoutStatusSuccess"/>, <see cref="PayoutStatusError"/>,
/// <see cref="PayoutStatusProcess"/>, <see cref="PayoutNotFound"/>; or <see cref="PayoutStatusUnknown"/>, when it did not say.
/// </summary>
public abstract record PayoutStatus
{
    private protected PayoutStatus()
    {
    }
}

/// <summary>The payout was made.</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
/// <param name="OrderId">The merchant's own name for it.</param>
public sealed record PayoutStatusSuccess(long PaymentId, string OrderId) : PayoutStatus
{
    /// <summary>What was paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>What the recipient gets, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? NetAmount { get; init; }

    /// <summary>
    /// When the payout was made: local time of the merchant's account, without a zone; <see langword="null"/> when the answer does not say,
    /// which that of <see cref="PayoutClient.GetOrderStatusAsync"/> alone does.
    /// </summary>
    public DateTime? Created { get; init; }
}

/// <summary>The payout is in process: neither paid nor refused yet.</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
/// <param name="OrderId">The merchant's own name for it.</param>
public sealed record PayoutStatusProcess(long PaymentId, string OrderId) : PayoutStatus
{
    /// <summary>What is to be paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>
    /// Whether the recipient has not typed a card yet; false when the answer does not say, which that of
    /// <see cref="PayoutClient.GetOrderStatusAsync"/> alone does.
    /// </summary>
    public bool WaitsForRecipient { get; init; }

    /// <summary>
    /// When the payout was made: local time of the merchant's account, without a zone; <see langword="null"/> when the answer does not say,
    /// which that of <see cref="PayoutClient.GetOrderStatusAsync"/> alone does.
    /// </summary>
    public DateTime? Created { get; init; }
}

/// <summary>The payout has failed, for good.</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
/// <param name="OrderId">The merchant's own name for it.</param>
public sealed record PayoutStatusError(long PaymentId, string OrderId) : PayoutStatus
{
    /// <summary>The number of the error, see <see cref="GatewayError"/>; <see langword="null"/> when the answer does not say.</summary>
    public int? FailureCode { get; init; }

    /// <summary>The gateway's text; <see langword="null"/> when the answer does not say.</summary>
    public string? FailureText { get; init; }

    /// <summary>What was to be paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>
    /// When the payout was made: local time of the merchant's account, without a zone; <see langword="null"/> when the answer does not say,
    /// which that of <see cref="PayoutClient.GetOrderStatusAsync"/> alone does.
    /// </summary>
    public DateTime? Created { get; init; }
}

/// <summary>
/// The gateway knows no such payout (E-6); where order id and payment id were asked for, none that has both. This answer carries no
/// signature, so it is worth what the connection is worth: use https.
/// </summary>
public sealed record PayoutNotFound : PayoutStatus;

/// <summary>The gateway did not say what became of the payout: ask again.</summary>
/// <param name="Reason">What happened.</param>
public sealed record PayoutStatusUnknown(UnknownReason Reason) : PayoutStatus
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/> and <see cref="UnknownReason.InquiryRefused"/>.
    /// </summary>
    public int? Code { get; init; }

    /// <summary>The gateway's text beside the number.</summary>
    public string? Text { get; init; }
}
