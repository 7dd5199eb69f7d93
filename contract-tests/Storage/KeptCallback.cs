using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>The row of a callback.</summary>
internal sealed record KeptCallback(long PaymentId, CallbackState State, int Attempts, DateTimeOffset DueAt);
