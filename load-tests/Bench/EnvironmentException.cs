namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>The load cannot be run here; the message says what to do.</summary>
internal sealed class EnvironmentException(string message, Exception? cause = null) : Exception(message, cause);
