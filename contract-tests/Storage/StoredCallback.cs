using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>The row of a callback.</summary>
internal sealed record StoredCallback(long PaymentId, CallbackState State, int Attempts, DateTimeOffset DueAt);
