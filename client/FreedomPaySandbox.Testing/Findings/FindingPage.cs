namespace FreedomPaySandbox.Testing;

/// <summary>Findings as they are listed.</summary>
internal sealed record FindingPage(IReadOnlyList<SandboxFinding> Findings);
