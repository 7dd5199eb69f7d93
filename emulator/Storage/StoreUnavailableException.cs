namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The store cannot be opened; the message says why and what to do.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
