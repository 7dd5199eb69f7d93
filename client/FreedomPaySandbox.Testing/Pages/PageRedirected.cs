namespace FreedomPaySandbox.Testing;

/// <summary>The card was taken, and the browser is sent elsewhere: to <c>pg_back_link</c>. Nobody went there.</summary>
/// <param name="To">Where the browser would go.</param>
public sealed record PageRedirected(Uri To) : PageOutcome;
