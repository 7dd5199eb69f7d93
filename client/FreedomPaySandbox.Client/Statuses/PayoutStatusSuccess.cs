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
}
