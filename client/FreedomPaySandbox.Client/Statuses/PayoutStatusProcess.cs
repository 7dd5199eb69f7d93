using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The payout is in process: neither paid nor refused yet.</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
/// <param name="OrderId">The merchant's own name for it.</param>
public sealed record PayoutStatusProcess(long PaymentId, string OrderId) : PayoutStatus
{
    /// <summary>What is to be paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }
}
