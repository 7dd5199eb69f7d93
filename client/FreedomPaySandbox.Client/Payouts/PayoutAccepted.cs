using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The payout was made (P-1).</summary>
/// <param name="PaymentId">The gateway's number of the payout.</param>
public sealed record PayoutAccepted(long PaymentId) : PayoutResult
{
    /// <summary>The bank's reference, 14 upper-case letters and digits; <see langword="null"/> when the answer has none, as that of an inquiry.</summary>
    public string? Reference { get; init; }

    /// <summary>The merchant's payout balance after the payout, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Balance { get; init; }

    /// <summary>What was paid out, currency units; <see langword="null"/> when the answer does not say.</summary>
    public Amount? Amount { get; init; }

    /// <summary>When the payout was made; <see langword="null"/> when the answer does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The masked number of the saved card, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the answer does not say.</summary>
    public string? CardMask { get; init; }
}
