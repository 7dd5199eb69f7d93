namespace FreedomPaySandbox.Testing;

/// <summary>What a saved card is called from now on.</summary>
internal sealed record SavedCard(string Token);
