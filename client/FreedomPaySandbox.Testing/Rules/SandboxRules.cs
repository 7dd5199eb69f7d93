namespace FreedomPaySandbox.Testing;

/// <summary>The rules of a merchant: what shall go wrong.</summary>
public sealed class SandboxRules
{
    private const string Path = "rules";

    private readonly AdminScope _scope;

    internal SandboxRules(AdminScope scope) => _scope = scope;

    /// <summary>Replaces all rules, and starts their counts anew. The first rule that fits a call decides.</summary>
    /// <exception cref="SandboxException">Something is wrong with them, and none was taken.</exception>
    public Task PutAsync(params SandboxRule[] rules) => PutAsync(rules, CancellationToken.None);

    /// <summary>Replaces all rules, and starts their counts anew. The first rule that fits a call decides.</summary>
    /// <exception cref="SandboxException">Something is wrong with them, and none was taken.</exception>
    public Task PutAsync(IReadOnlyList<SandboxRule> rules, CancellationToken cancellation = default) =>
        _scope.SendAsync(HttpMethod.Put, Path, AdminJson.Body(new RuleList(rules), AdminJson.Default.RuleList), cancellation);

    /// <summary>Reads the rules with how often each decided, the built-in ones last.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public async Task<IReadOnlyList<SandboxRule>> GetAsync(CancellationToken cancellation = default) =>
        (await _scope.GetAsync(Path, AdminJson.Default.RuleList, cancellation)).Rules;

    /// <summary>Goes back to the rules that the sandbox was started with: none, unless it was told of some.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task DeleteAsync(CancellationToken cancellation = default) => _scope.SendAsync(HttpMethod.Delete, Path, null, cancellation);
}
