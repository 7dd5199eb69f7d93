using System.Collections.Concurrent;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// The connections that reading is done on, kept with the statements they have prepared: reading a statement takes SQLite longer than a
/// look at one payout. Over a network the provider keeps both.
/// </summary>
/// <param name="open">Opens another one where none is free.</param>
/// <param name="most">How many are kept at most; those who read at once may be more.</param>
/// <param name="isFresh">Whether one that was kept is still good.</param>
internal sealed class SessionPool(
    Func<CancellationToken, Task<StoreSession>> open, int most, Func<StoreSession, bool>? isFresh = null) : IAsyncDisposable
{
    private readonly ConcurrentStack<StoreSession> _idle = [];
    private volatile bool _closed;

    /// <summary>As many as can be of use at once.</summary>
    public static int Usual { get; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>One that nobody else has; to be given back.</summary>
    public async ValueTask<StoreSession> TakeAsync(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var session))
        {
            if (isFresh?.Invoke(session) != false)
                return session;
            await session.DisposeAsync();
        }

        return await open(cancellation);
    }

    /// <param name="session">What was taken.</param>
    /// <param name="isWell">Whether all went well with it; else it is not used again.</param>
    public async ValueTask GiveBackAsync(StoreSession session, bool isWell)
    {
        if (!isWell || _closed || _idle.Count >= most)
        {
            await session.DisposeAsync();
            return;
        }

        _idle.Push(session);
        if (_closed)
            await CloseAllAsync();
    }

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return CloseAllAsync();
    }

    /// <summary>Closes those that nobody has.</summary>
    public async ValueTask CloseAllAsync()
    {
        while (_idle.TryPop(out var session))
            await session.DisposeAsync();
    }
}
