using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

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

    /// <summary>The masked number of the saved card, such as <c>440564-XX-XXXX-6150</c>; <see langword="null"/> when the answer does not say.</summary>
    public string? CardMask { get; init; }
}
