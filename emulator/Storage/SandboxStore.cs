using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Everything a sandbox must not forget. Holds no rules.</summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    private readonly StoreEngine _engine;
    private readonly StoreAccess _access;
    private Task? _opening;

    private SandboxStore(StoreEngine engine)
    {
        _engine = engine;
        _access = new StoreAccess(engine);
        Merchants = new MerchantStore(_access);
        States = new MerchantStateStore(_access);
        Payouts = new PayoutStore(_access);
        Cards = new CardStore(_access);
        Callbacks = new CallbackStore(_access);
    }

    public MerchantStore Merchants { get; }

    public MerchantStateStore States { get; }

    public PayoutStore Payouts { get; }

    public CardStore Cards { get; }

    public CallbackStore Callbacks { get; }

    /// <summary>Where the sandboxes that share the store hear of each other; nothing when it is this one's alone.</summary>
    public ChangeFeed? News => _engine.News;

    /// <summary>One that is still to be opened.</summary>
    /// <param name="path">A file, nothing for a temporary one, or the connection string of a PostgreSQL database.</param>
    /// <exception cref="StoreUnavailableException">It is not to be had.</exception>
    public static SandboxStore At(string? path) => new(StoreEngine.Create(path));

    /// <summary>One that is open.</summary>
    /// <inheritdoc cref="At"/>
    public static async Task<SandboxStore> OpenAsync(string? path)
    {
        var store = At(path);
        await store.OpenAsync();
        return store;
    }

    /// <summary>Brings it up to date, at the first call. One that cannot be opened is disposed of.</summary>
    /// <exception cref="StoreUnavailableException">It is not to be had.</exception>
    public Task OpenAsync() => _opening ??= PrepareOrLetGoAsync();

    /// <inheritdoc cref="StoreHealth.TroubleAsync"/>
    public Task<string?> TroubleAsync(CancellationToken cancellation) => _access.TroubleAsync(cancellation);

    /// <summary>Throws when the store does not answer.</summary>
    public Task ProbeAsync(CancellationToken cancellation) => Callbacks.QueuesAsync(cancellation);

    /// <summary>
    /// Runs a change of one merchant inside the writer's transaction, in which nobody else changes that merchant. Returns after the commit.
    /// The change may run twice, so all its effects must be in the transaction.
    /// </summary>
    /// <param name="epoch">The merchant's.</param>
    /// <param name="change">Reads, decides by pure rules, writes.</param>
    /// <param name="cancellation">Before it has begun.</param>
    /// <param name="orderId">The order id that the change asks about, if it asks about one: many are looked up in one question.</param>
    public Task<T> ChangeAsync<T>(long epoch, Func<StoreTransaction, ValueTask<T>> change, CancellationToken cancellation, string? orderId = null) =>
        _access.ChangeAsync(epoch, change, cancellation, orderId);

    public ValueTask DisposeAsync() => _access.DisposeAsync();

    public override string ToString() => $"{_engine}";

    /// <inheritdoc cref="StoreAccess.Swept"/>
    internal Task SweptAsync() => _access.Swept;

    /// <inheritdoc cref="StoreAccess.ReadAsync"/>
    internal Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> read, CancellationToken cancellation) => _access.ReadAsync(read, cancellation);

    private async Task PrepareOrLetGoAsync()
    {
        try
        {
            // On a connection that is kept for those who read: to open one takes a while.
            await _engine.InspectAsync();
            await _access.ReadAsync(PrepareAsync, CancellationToken.None);
            _access.Sweep();
        }
        catch (StoreUnavailableException)
        {
            await DisposeAsync();
            throw;
        }
        catch (DbException fault)
        {
            await DisposeAsync();

            // A table of ours that we did not make, or one that is not as we make it.
            if (fault.SqlState is "42P07" or "42703")
                throw SchemaCheck.Foreign(_engine.Place, fault);
            throw new StoreUnavailableException($"The store {_engine.Place} cannot be opened: {fault.Message}", fault);
        }
    }

    private async Task<bool> PrepareAsync(StoreSession session)
    {
        await SchemaUpgrade.RunAsync(session, session.Dialect, _engine.Place);

        // What is ours alone was held by somebody who is dead. What is shared may be held by the living, and those of the dead end.
        if (News is null)
            await session.ExecuteAsync(CallbackSql.ReleaseAll);
        await _engine.SettleAsync(session);
        return true;
    }
}
