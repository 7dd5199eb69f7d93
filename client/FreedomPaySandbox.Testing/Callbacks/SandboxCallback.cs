namespace FreedomPaySandbox.Testing;

/// <summary>A callback that the sandbox owes a merchant, or owed.</summary>
public sealed record SandboxCallback
{
    /// <summary>Payment id and number, such as <c>4963922019-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long MerchantId { get; init; }

    /// <summary>The payout it is about.</summary>
    public required long PaymentId { get; init; }

    /// <summary>The order id of that payout.</summary>
    public required string OrderId { get; init; }

    /// <summary>Which of the payout's callbacks it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where it is between being owed and being done with.</summary>
    public required CallbackState State { get; init; }

    /// <summary>What is wrong with it on purpose, such as <c>tampered-amount</c>; nothing when nothing is.</summary>
    public string? Tampering { get; init; }

    /// <summary>Where it is sent.</summary>
    public required string PostLink { get; init; }

    /// <summary>When it is due, or was last, by the merchant's clock.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public required int Attempts { get; init; }

    /// <summary>The last 100 attempts, the oldest of them first; empty in lists.</summary>
    public IReadOnlyList<CallbackAttempt> History { get; init => field = value ?? []; } = [];
}
