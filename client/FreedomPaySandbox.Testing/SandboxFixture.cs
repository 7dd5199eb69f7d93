namespace FreedomPaySandbox.Testing;

/// <summary>
/// A sandbox for a class or a collection of tests, in any framework that makes an object before and disposes of it after: it starts
/// where it is constructed. Derive from it to choose options.
/// </summary>
public class SandboxFixture : IDisposable, IAsyncDisposable
{
    /// <summary>Starts a sandbox as it is by default.</summary>
    /// <exception cref="SandboxException">It could not be started.</exception>
    public SandboxFixture()
        : this(null)
    {
    }

    /// <summary>Starts a sandbox with these options.</summary>
    /// <exception cref="SandboxException">It could not be started.</exception>
    // On another thread, because a test framework may let only one run at a time on its own.
    protected SandboxFixture(SandboxOptions? options) =>
        Sandbox = Task.Run(() => Testing.Sandbox.StartAsync(options)).GetAwaiter().GetResult();

    /// <summary>The sandbox.</summary>
    public Sandbox Sandbox { get; }

    /// <summary>Ends the sandbox.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the sandbox.</summary>
    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the sandbox, and what a derived fixture has besides.</summary>
    /// <param name="disposing">False only from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Task.Run(async () => await Sandbox.DisposeAsync()).GetAwaiter().GetResult();
    }
}
