using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>What the merchant can pay out.</summary>
/// <param name="Amount">Currency units; negative when the balance is overdrawn.</param>
public sealed record PayoutBalanceKnown(Amount Amount) : PayoutBalance
{
    /// <summary>The currency, ISO 4217; <see langword="null"/> when the answer does not say.</summary>
    public string? Currency { get; init; }
}
