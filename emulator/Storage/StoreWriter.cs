using System.Data.Common;
using System.Threading.Channels;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// The one writer of a store: takes what waits, writes it in one transaction, and tells each caller after the commit. Work that
/// arrives during a commit shares the next one, so the busier the sandbox, the less a commit costs.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MaxWaiting = 8192;

    private readonly Channel<StoreWork> _waiting = Channel.CreateBounded<StoreWork>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly Func<CancellationToken, Task<StoreSession>> _open;
    private readonly int _mostAtOnce;
    private readonly long _sender;
    private readonly StoreStatistics? _statistics;
    private readonly StoreEngine? _engine;
    private readonly Task _running;
    private long _wroteAt;
    private StoreSession? _session;
    private bool _committing;

    /// <param name="open">Opens the connection that it keeps, and another one where that is lost.</param>
    /// <param name="mostAtOnce">How many share a transaction at most.</param>
    /// <param name="sender">Who tells the other sandboxes of what it writes.</param>
    /// <param name="statistics">Who wants to know how much was written.</param>
    /// <param name="engine">Who knows whether the store is still there.</param>
    public StoreWriter(
        Func<CancellationToken, Task<StoreSession>> open, int mostAtOnce, long sender = 0, StoreStatistics? statistics = null, StoreEngine? engine = null)
    {
        (_open, _mostAtOnce, _sender, _statistics, _engine) = (open, mostAtOnce, sender, statistics, engine);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Writes, and returns after the commit.</summary>
    /// <param name="apply">What to write; it may run twice.</param>
    /// <param name="cancellation">The caller has gone before its turn came.</param>
    /// <param name="epoch">The epoch that it is about, if it is about one.</param>
    /// <param name="orderId">The order id of that epoch that it will ask about, if it will.</param>
    /// <exception cref="DbException">The store refused; nothing of this work was written, unless the connection was lost at the
    /// commit.</exception>
    public async Task<T> WriteAsync<T>(
        Func<StoreTransaction, ValueTask<T>> apply, CancellationToken cancellation, long? epoch = null, string? orderId = null)
    {
        var work = StoreWork.Create(apply, epoch, orderId);
        await EnterAsync(work, cancellation);
        return await work.Done;
    }

    /// <summary>Whether something was written and committed no longer ago, and nothing has failed since.</summary>
    public bool WroteWithin(TimeSpan time) =>
        Volatile.Read(ref _wroteAt) is var at and not 0 && TimeProvider.System.GetElapsedTime(at) <= time;

    /// <summary>Takes work that tells its callers by itself.</summary>
    public ValueTask EnterAsync(StoreWork work, CancellationToken cancellation) => _waiting.Writer.WriteAsync(work, cancellation);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        await CloseAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<StoreWork>(_mostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();

            // Lets those who are about to ask do so: a commit costs the same for one as for many.
            await Task.Yield();
            while (batch.Count < _mostAtOnce && _waiting.Reader.TryRead(out var work))
                batch.Add(work);
            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<StoreWork> batch, bool again = true)
    {
        var fault = await TryWriteAsync(batch);
        if (fault is null)
        {
            _statistics?.Wrote(batch.Count);
            foreach (var work in batch)
                work.Complete();
            return;
        }

        if (LostConnection.Is(fault))
        {
            // It was lost before anything was written, and there may be another; or at the commit, and then nobody knows what was.
            if (again && !_committing)
                await WriteAsync(batch, again: false);
            else
                Fail(batch, fault);
            return;
        }

        if (batch is [{ Parts.Count: 0 }])
        {
            if (again && LostConnection.IsCollision(fault))
                await WriteAsync(batch, again: false);
            else
                Fail(batch, fault);
            return;
        }

        // One of them spoilt the transaction of all: each for itself, so that only the culprit fails.
        foreach (var work in batch is [var joint] ? joint.Parts : batch)
            await WriteAsync([work]);
    }

    private static void Fail(List<StoreWork> batch, Exception fault)
    {
        foreach (var work in batch)
            work.Fail(fault);
    }

    private async Task<Exception?> TryWriteAsync(List<StoreWork> batch)
    {
        _committing = false;
        try
        {
            _engine?.Check();
            if (_session is { IsOpen: false } || (_session is not null && _engine is not null && _session.Generation != _engine.Generation))
                await CloseAsync();
            _session ??= await _open(CancellationToken.None);
            await _session.BeginAsync(CancellationToken.None);
            var transaction = new StoreTransaction(_session, _sender);
            await transaction.LockAsync(batch);
            foreach (var work in batch)
                await work.ApplyAsync(transaction);
            await transaction.FlushAsync();
            await _session.DeliverAsync();
            _committing = true;
            await _session.CommitAsync(CancellationToken.None);
            Volatile.Write(ref _wroteAt, TimeProvider.System.GetTimestamp());
            return null;
        }
#pragma warning disable CA1031 // Whatever the fault, it belongs to the callers, and the writer must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _wroteAt, 0);
            if (fault is DbException database and not StoreLostException)
                _engine?.Doubt(database);
            await (LostConnection.Is(fault) || fault is StoreLostException { LetGo: true } ? CloseAsync() : AbandonAsync());
            return fault;
        }
    }

    private async Task AbandonAsync()
    {
        try
        {
            if (_session is not null)
                await _session.RollbackAsync();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // The connection is gone; the next batch opens a new one.
            await CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            try
            {
                await session.DisposeAsync();
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                // It was gone already.
            }
        }
    }
}
