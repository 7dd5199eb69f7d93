using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// What a payout came to: <see cref="PayoutAccepted"/>, <see cref="PayoutInProcess"/>, <see cref="PayoutRefused"/>,
/// <see cref="PayoutOutcomeUnknown"/>, or <see cref="PayoutNotMade"/>, which only <see cref="PayoutClient.ResolveAsync"/> gives.
/// </summary>
public abstract record PayoutResult
{
    private protected PayoutResult()
    {
    }
}

/// <summary>The payout was made (P-1).</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
public sealed record PayoutAccepted(long PaymentId) : PayoutResult
{
    /// <summary>
    /// The bank's reference, 14 upper-case letters and digits; <see langword="null"/> when the answer has none, as that of an inquiry.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>
    /// The merchant's payout balance after the payout, currency units; <see langword="null"/> when the answer does not say.
    /// </summary>
    public Amount? Balance { get; init; }

    /// <summary>What was paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>When the payout was made; <see langword="null"/> when the answer does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>
    /// The masked number of the saved card, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the answer does not say.
    /// </summary>
    public string? CardMask { get; init; }
}

/// <summary>
/// The gateway has the payout and has not decided yet (C-3): neither paid nor refused. The callback tells how it ended, and
/// <see cref="PayoutClient.ResolveAsync"/> does when it is asked.
/// </summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
public sealed record PayoutInProcess(long PaymentId) : PayoutResult
{
    /// <summary>The merchant's payout balance, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Balance { get; init; }

    /// <summary>What is to be paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>When the payout was ordered; <see langword="null"/> when the answer does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>
    /// The masked number of the saved card, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the answer does not say.
    /// </summary>
    public string? CardMask { get; init; }
}

/// <summary>The payout was refused or has failed, for good: no money went out under this call.</summary>
/// <remarks>
/// <see cref="GatewayError.DuplicateOrder"/> (9991) says that the order id was used before. After a lost answer it was probably used by
/// this very payout: ask <see cref="PayoutClient.ResolveAsync"/> what became of it.
/// </remarks>
/// <param name="Code">
/// The number of the gateway's error, see <see cref="GatewayError"/>; <see cref="GatewayError.UnknownFault"/> when an inquiry found a
/// failed payout and no number.
/// </param>
/// <param name="Text">The gateway's text, which may be empty. For people of the merchant, not for recipients.</param>
public sealed record PayoutRefused(int Code, string Text) : PayoutResult;

/// <summary>
/// The gateway knows no payout under this order id. It is safe to pay again under the <em>same</em> order id: should the first call
/// still be on its way, one of the two is refused with 9991.
/// </summary>
public sealed record PayoutNotMade : PayoutResult;

/// <summary>
/// The payout may have been made or not. Settle it with <see cref="PayoutClient.ResolveAsync"/>, and never pay again under a new order
/// id: that is how recipients are paid twice.
/// </summary>
/// <param name="Reason">What happened.</param>
public sealed record PayoutOutcomeUnknown(UnknownReason Reason) : PayoutResult
{
    /// <summary>The HTTP status, with <see cref="UnknownReason.HttpError"/>.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// The number of the gateway's error, with <see cref="UnknownReason.SystemFault"/> and <see cref="UnknownReason.InquiryRefused"/>.
    /// </summary>
    public int? Code { get; init; }
}

/// <summary>Why nothing is known of a payout, or of its status.</summary>
public enum UnknownReason
{
    /// <summary>The connection broke after the call was sent.</summary>
    AnswerLost,

    /// <summary>No complete answer came in time.</summary>
    TimedOut,

    /// <summary>The gateway says that it failed itself: 9999, or an error without a number (E-12).</summary>
    SystemFault,

    /// <summary>An HTTP status from 500 on, from the gateway or a proxy before it.</summary>
    HttpError,

    /// <summary>The gateway refused to answer an inquiry, which says nothing about the payout.</summary>
    InquiryRefused,
}
