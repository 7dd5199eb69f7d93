using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// A payout that was made or that failed: facts that never change once stored. How far it is depends on the time one asks,
/// so no timer can lose a transition and a restart has nothing to repair.
/// </summary>
internal sealed record Payout
{
    public required long MerchantId { get; init; }

    /// <summary>Of the merchant, when it was made.</summary>
    public required long Account { get; init; }

    public required long PaymentId { get; init; }

    public required string OrderId { get; init; }

    public required Amount Amount { get; init; }

    /// <summary>The amount as it was sent: answers echo it.</summary>
    public required string AmountText { get; init; }

    public required Amount Commission { get; init; }

    /// <summary>The merchant's payout balance right after this payout.</summary>
    public required Amount BalanceAfter { get; init; }

    public required string Currency { get; init; }

    public required string Description { get; init; }

    public string? UserId { get; init; }

    public required string CardMask { get; init; }

    /// <summary>Tells whether two payouts went to one card; keyed with a secret that is not stored.</summary>
    public required string CardHash { get; init; }

    public required string PostLink { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the outcome is final; equals <see cref="CreatedAt"/> when it was so at once.</summary>
    public required DateTimeOffset SettlesAt { get; init; }

    /// <summary>The code it fails with, or none when it succeeds.</summary>
    public int? ErrorCode { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Tells whether a repeated idempotency key came with the same fields.</summary>
    public string? Fingerprint { get; init; }

    public Amount ToPay => Amount + Commission;

    public bool WasInProcess => SettlesAt > CreatedAt;

    /// <summary>Whether the money left the balance: on success, and while in process.</summary>
    public bool Debited => ErrorCode is null || WasInProcess;

    /// <summary>Whether the money comes back when the payout settles.</summary>
    public bool ComesBack => ErrorCode is not null && WasInProcess;

    public PayoutStatus StatusAt(DateTimeOffset now) =>
        now < SettlesAt ? PayoutStatus.Process
        : ErrorCode is null ? PayoutStatus.Ok
        : PayoutStatus.Error;
}
