using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The ways into a store: who reads takes a connection for the while, who writes hands it to the one writer.</summary>
internal sealed class StoreAccess : IAsyncDisposable
{
    private readonly StoreEngine _engine;
    private readonly StoreStatistics? _statistics;
    private readonly StoreWriter _writer;
    private readonly StoreSweeper _sweeper;
    private readonly SessionPool _readers;
    private readonly StoreHealth _health;

    public StoreAccess(StoreEngine engine)
    {
        _engine = engine;
        _statistics = engine.Dialect.LookAtTables is { } look ? new StoreStatistics(OpenSessionAsync, look) : null;
        _writer = new StoreWriter(OpenSessionAsync, engine.Dialect.MostAtOnce, engine.News?.Sender ?? 0, _statistics, engine);
        _sweeper = new StoreSweeper(_writer);
        _readers = new SessionPool(OpenSessionAsync, engine.Dialect.IsRemote ? 0 : SessionPool.Usual, IsFresh);
        _health = new StoreHealth(engine, _writer, TouchAsync, TimeProvider.System);
    }

    /// <summary>Returns when all that closed epochs left behind is swept out.</summary>
    public Task Swept => _sweeper.Done;

    public async Task<StoreSession> OpenSessionAsync(CancellationToken cancellation)
    {
        var generation = _engine.Generation;
        var session = new StoreSession(await _engine.ConnectAsync(cancellation), _engine.Dialect) { Generation = generation };
        if (session.Dialect.OpenConnection.Length > 0)
            await session.RunScriptAsync(session.Dialect.OpenConnection);
        return session;
    }

    public async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> read, CancellationToken cancellation)
    {
        await CheckAsync();
        var session = await _readers.TakeAsync(cancellation);
        var isWell = false;
        try
        {
            var result = await read(session);
            isWell = true;
            return result;
        }
        catch (DbException fault) when (session.Dialect.IsRemote && LostConnection.Is(fault))
        {
            // The server may have been away while the connection lay in the pool; reading twice hurts nobody.
            _engine.Forget();
        }
        catch (DbException fault) when (IsSeen(fault))
        {
            // Never: it is only looked at.
            throw;
        }
        finally
        {
            await _readers.GiveBackAsync(session, isWell);
        }

        await using var another = await OpenSessionAsync(cancellation);
        return await read(another);
    }

    /// <inheritdoc cref="StoreHealth.TroubleAsync"/>
    public Task<string?> TroubleAsync(CancellationToken cancellation) => _health.TroubleAsync(cancellation);

    /// <inheritdoc cref="StoreWriter.WriteAsync"/>
    public Task<T> WriteAsync<T>(Func<StoreTransaction, ValueTask<T>> apply, CancellationToken cancellation, long? epoch = null) =>
        _writer.WriteAsync(apply, cancellation, epoch);

    /// <summary>Changes what belongs to an epoch, and tells those who share the store.</summary>
    public Task<T> ChangeAsync<T>(
        long epoch, Func<StoreTransaction, ValueTask<T>> apply, CancellationToken cancellation, string? orderId = null) => _writer.WriteAsync(
        transaction =>
        {
            transaction.Tell(StoreChange.OfAccount(epoch));
            return apply(transaction);
        },
        cancellation,
        epoch,
        orderId);

    /// <summary>
    /// A way to write by which those who ask while the writer is busy share one round of questions; nothing where no network lies between,
    /// and sharing would save nothing.
    /// </summary>
    /// <param name="apply">Writes what was asked; its answers stand in the order of the questions.</param>
    /// <param name="getEpoch">The epoch that a question is about.</param>
    public RequestBatcher<TAsk, TAnswer>? Rounds<TAsk, TAnswer>(
        Func<StoreTransaction, IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> apply, Func<TAsk, long> getEpoch) =>
        _engine.Dialect.IsRemote ? new RequestBatcher<TAsk, TAnswer>(_writer, apply, getEpoch) : null;

    /// <inheritdoc cref="StoreEngine.HoldAsync"/>
    public Task<IAsyncDisposable?> HoldAsync(long number, CancellationToken cancellation) => _engine.HoldAsync(number, cancellation);

    /// <summary>Sweeps out, by and by, what closed epochs left behind.</summary>
    public void Sweep() => _sweeper.Sweep();

    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        await _writer.DisposeAsync();
        if (_statistics is not null)
            await _statistics.DisposeAsync();
        await _readers.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private bool IsFresh(StoreSession session) => session.Generation == _engine.Generation;

    // Tells the engine of a fault without catching it.
    private bool IsSeen(DbException fault)
    {
        _engine.Doubt(fault);
        return false;
    }

    private async Task CheckAsync()
    {
        try
        {
            _engine.Check();
        }
        catch (StoreLostException fault) when (fault.LetGo)
        {
            await _readers.CloseAllAsync();
            throw;
        }
    }

    private async Task<bool> TouchAsync()
    {
        try
        {
            return await _writer.WriteAsync(SchemaUpgrade.TouchAsync, CancellationToken.None);
        }
        catch (StoreLostException fault) when (fault.LetGo)
        {
            await _readers.CloseAllAsync();
            throw;
        }
    }
}
