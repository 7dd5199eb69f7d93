using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Has a database server look at the tables anew each time they have grown tenfold. It plans a statement once, by what it knew of the
/// tables when they were empty, and keeps the plan: a claim of callbacks then walks through all payouts of its merchant. The server's own
/// look comes once a minute.
/// </summary>
internal sealed class StoreStatistics(Func<CancellationToken, Task<StoreSession>> open, Statement look) : IAsyncDisposable
{
    private const long FirstLook = 64;
    private const int Growth = 10;

    private readonly CancellationTokenSource _ending = new();
    private Task _looking = Task.CompletedTask;
    private long _nextLook = FirstLook;
    private long _written;
    private bool _disposed;

    /// <summary>That much more has been written. Only the writer says so.</summary>
    public void Wrote(int works)
    {
        _written += works;
        if (_written < _nextLook || !_looking.IsCompleted)
            return;
        while (_written >= _nextLook)
            _nextLook *= Growth;
        _looking = Task.Run(LookAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _ending.CancelAsync();
        await _looking;
        _ending.Dispose();
    }

    private async Task LookAsync()
    {
        try
        {
            await using var session = await open(_ending.Token);
            await session.ExecuteAsync(look);
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            // Plans stay as they are until the server looks by itself: slower, and as right.
        }
    }
}
