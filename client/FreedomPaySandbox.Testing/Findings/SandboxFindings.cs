namespace FreedomPaySandbox.Testing;

/// <summary>What a merchant, or all, did that will hurt in production: paid twice, paid again after a lost answer, reused a salt, and others.</summary>
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
