using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Sweeps closed epochs out of a store in the background, between the writes of others.</summary>
internal sealed class StoreSweeper(StoreWriter writer) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task _sweeping = Task.CompletedTask;
    private bool _running;
    private bool _again;
    private volatile bool _stopped;

    /// <summary>The sweep that is under way.</summary>
    public Task Done
    {
        get
        {
            lock (_lock)
                return _sweeping;
        }
    }

    /// <summary>There may be something to sweep.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            _again = true;
            if (_running || _stopped)
                return;
            _running = true;
            _sweeping = Task.Run(SweepAsync);
        }
    }

    /// <summary>Ends after the step under way; what is left is swept when the store is next opened.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await Done;
    }

    private async Task SweepAsync()
    {
        try
        {
            while (GoesOn())
            {
                while (!_stopped && await writer.WriteAsync(EpochSweep.StepAsync, CancellationToken.None))
                {
                    // A little at a time.
                }
            }
        }
        catch (DbException)
        {
            // What is closed is out of sight already; the next sweep takes it out.
            lock (_lock)
                _running = false;
        }
    }

    private bool GoesOn()
    {
        lock (_lock)
        {
            _running = _again && !_stopped;
            _again = false;
            return _running;
        }
    }
}
