namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>Where the load goes, and as whom.</summary>
internal sealed record EnvironmentRequest
{
    /// <summary>The gateway; a sandbox in this process when left out.</summary>
    public Uri? Target { get; init; }

    /// <summary>The merchant's own endpoint; one in this process when left out.</summary>
    public string? Callback { get; init; }

    /// <summary>A merchant that is there; one made for the run when left out.</summary>
    public long? MerchantId { get; init; }

    public string? PayoutSecret { get; init; }

    public string? AdminToken { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Whether clock, rules or books of a sandbox are needed.</summary>
    public bool NeedsSandbox { get; init; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"load on {Target?.ToString() ?? "a sandbox in this process"}";
}
