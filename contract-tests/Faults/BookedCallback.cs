using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A callback in the sandbox's books.</summary>
internal sealed record BookedCallback(long PaymentId, CallbackState State);
