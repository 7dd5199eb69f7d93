using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>Each test has a running sandbox of its own.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _neighbours = [];

    private protected RunningSandbox Sandbox { get; private set; } = null!;

    private protected virtual Merchant[] Merchants => [RunningSandbox.Merchant];

    private protected virtual SandboxSettings Settings => new() { Merchants = Merchants };

    public async Task InitializeAsync()
    {
        Sandbox = await RunningSandbox.StartAsync(Settings);
        await ArrangeAsync();
    }

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        foreach (var neighbour in _neighbours)
            await neighbour.DisposeAsync();
    }

    /// <summary>Prepares what all tests of the class need.</summary>
    private protected virtual Task ArrangeAsync() => Task.CompletedTask;

    /// <summary>Disposes of it after the sandbox, which may still call it.</summary>
    private protected T Keep<T>(T neighbour)
        where T : IAsyncDisposable
    {
        _neighbours.Add(neighbour);
        return neighbour;
    }
}
