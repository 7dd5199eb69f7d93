using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

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
