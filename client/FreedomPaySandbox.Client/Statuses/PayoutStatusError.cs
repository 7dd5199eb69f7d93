using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

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
