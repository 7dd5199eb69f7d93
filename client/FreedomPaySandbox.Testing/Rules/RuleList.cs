namespace FreedomPaySandbox.Testing;

/// <summary>A merchant's rules as they travel.</summary>
internal sealed record RuleList(IReadOnlyList<SandboxRule> Rules);
