namespace FreedomPaySandbox.Testing;

/// <summary>Why the admin API did not do what it was asked: a problem document (RFC 9457).</summary>
internal sealed record AdminProblem(int Status, string? Title, string? Detail, IReadOnlyList<string>? Errors);
