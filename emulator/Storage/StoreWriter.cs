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

    // More would save little, and leave the other core without work while one writes.
    private const int MaxBatch = 64;

    private readonly Channel<StoreWork> _waiting = Channel.CreateBounded<StoreWork>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly Func<CancellationToken, Task<StoreSession>> _open;
    private readonly Task _running;
    private StoreSession? _session;

    public StoreWriter(Func<CancellationToken, Task<StoreSession>> open)
    {
        _open = open;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Writes, and returns after the commit.</summary>
    /// <exception cref="DbException">The store refused; nothing of this work was written.</exception>
    public async Task<T> WriteAsync<T>(Func<StoreTransaction, ValueTask<T>> apply, CancellationToken cancellation)
    {
        var work = StoreWork.Of(apply);
        await _waiting.Writer.WriteAsync(work, cancellation);
        return await work.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        await CloseAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<StoreWork>(MaxBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();

            // Lets those who are about to ask do so: a commit costs the same for one as for many.
            await Task.Yield();
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var work))
                batch.Add(work);
            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<StoreWork> batch)
    {
        var fault = await TryWriteAsync(batch);
        if (fault is null)
        {
            foreach (var work in batch)
                work.Complete();
            return;
        }

        if (batch.Count == 1)
        {
            batch[0].Fail(fault);
            return;
        }

        // One of them spoilt the transaction of all: each for itself, so that only the culprit fails.
        foreach (var work in batch)
            await WriteAsync([work]);
    }

    private async Task<Exception?> TryWriteAsync(List<StoreWork> batch)
    {
        try
        {
            _session ??= await _open(CancellationToken.None);
            await _session.BeginAsync(CancellationToken.None);
            var transaction = new StoreTransaction(_session);
            foreach (var work in batch)
                await work.ApplyAsync(transaction);
            await transaction.FlushAsync();
            await _session.CommitAsync(CancellationToken.None);
            return null;
        }
#pragma warning disable CA1031 // Whatever the fault, it belongs to the callers, and the writer must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await AbandonAsync();
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
            await session.DisposeAsync();
        }
    }
}
