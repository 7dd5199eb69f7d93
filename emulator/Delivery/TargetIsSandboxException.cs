namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>A callback's host resolved to one of the <see cref="OwnAddresses"/>.</summary>
internal sealed class TargetIsSandboxException() : IOException("This address is the sandbox's own, and a sandbox does not call itself back.");
