namespace FreedomPaySandbox.Testing;

/// <summary>
/// What a merchant, or all, did that will hurt in production: paid twice, paid again after a lost answer, reused a salt, and others.
/// </summary>
public sealed class SandboxFindings
{
    private readonly AdminScope _scope;

    internal SandboxFindings(AdminScope scope) => _scope = scope;

    /// <summary>All there are since the last reset. A test may well end with the assertion that there are none.</summary>
    /// <param name="kind">Only those, such as <c>double-payout</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public async Task<IReadOnlyList<SandboxFinding>> FindAsync(string? kind = null, CancellationToken cancellation = default) =>
        (await _scope.GetAsync($"findings{new Query(("kind", kind), ("limit", "1000"))}", AdminJson.Default.FindingPage, cancellation)).Findings;
}

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

/// <summary>Findings as they are listed.</summary>
internal sealed record FindingPage(IReadOnlyList<SandboxFinding> Findings);
