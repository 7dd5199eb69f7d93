namespace FreedomPaySandbox.Testing;

/// <summary>How a payout in process shall end; as it was to when nothing is said.</summary>
internal sealed record Settlement(string? Outcome);
