namespace FreedomPaySandbox.Testing;

/// <summary>What a test waited for did not come in time, or cannot come any more: then the wait ends at once, and the message says why.</summary>
public sealed class SandboxTimeoutException : SandboxException
{
    /// <summary>A wait that was in vain.</summary>
    public SandboxTimeoutException()
        : this("Nothing came in time.")
    {
    }

    /// <summary>A wait that was in vain, and for what.</summary>
    public SandboxTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>A wait that was in vain, for what, and why.</summary>
    public SandboxTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
