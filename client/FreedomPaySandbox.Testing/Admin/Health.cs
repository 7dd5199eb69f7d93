namespace FreedomPaySandbox.Testing;

/// <summary>How a sandbox says that it is one.</summary>
internal sealed record Health(string Status, string Version);
