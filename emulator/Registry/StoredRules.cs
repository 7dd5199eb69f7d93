namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>The rules of an account as a shared store keeps them.</summary>
/// <param name="Sealed">The rules, sealed; nothing for those that a sandbox starts with.</param>
/// <param name="Put">How often they were put: counts begin anew each time.</param>
internal readonly record struct StoredRules(string? Sealed, int Put);
