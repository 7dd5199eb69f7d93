namespace FreedomPaySandbox.Testing;

/// <summary>Something a merchant did that will hurt in production, and that the gateway would not tell.</summary>
public sealed record SandboxFinding
{
    /// <summary>What it is, such as <c>double-payout</c> or <c>salt-reused</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The merchant.</summary>
    public required long MerchantId { get; init; }

    /// <summary>Whether it loses money in production.</summary>
    public required bool CostsMoney { get; init; }

    /// <summary>What was seen.</summary>
    public required string Text { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>When it was first seen, by the merchant's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was seen.</summary>
    public required long Count { get; init; }

    /// <summary>The payout that it is about, if it is about one.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The call that showed it, if one did: see <see cref="SandboxRequests.GetAsync"/>.</summary>
    public string? Request { get; init; }

    /// <summary>What was seen and what to do, for the message of a failed test.</summary>
    public override string ToString() => $"{Kind}: {Text} {Fix}";
}
