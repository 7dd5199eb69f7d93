using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Everything a sandbox must not forget. Holds no rules.</summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    private readonly StoreEngine _engine;
    private readonly StoreAccess _access;

    private SandboxStore(StoreEngine engine)
    {
        _engine = engine;
        _access = new StoreAccess(engine);
        Merchants = new MerchantStore(_access);
        Accounts = new AccountStore(_access);
        Payouts = new PayoutStore(_access);
        Cards = new CardStore(_access);
        Callbacks = new CallbackStore(_access);
    }

    public MerchantStore Merchants { get; }

    public AccountStore Accounts { get; }

    public PayoutStore Payouts { get; }

    public CardStore Cards { get; }

    public CallbackStore Callbacks { get; }

    /// <summary>Where the sandboxes that share the store hear of each other; nothing when it is this one's alone.</summary>
    public NewsLine? News => _engine.News;

    /// <param name="path">A file, nothing for a temporary one, or the connection string of a PostgreSQL database.</param>
    /// <exception cref="StoreUnavailableException">It is not to be had.</exception>
    public static async Task<SandboxStore> OpenAsync(string? path)
    {
        var store = new SandboxStore(StoreEngine.Of(path));
        try
        {
            await store.PrepareAsync();
            return store;
        }
        catch (DbException fault)
        {
            await store.DisposeAsync();
            throw new StoreUnavailableException($"The store {store._engine.Place} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Throws when the store does not answer.</summary>
    public Task ProbeAsync(CancellationToken cancellation) => Callbacks.LanesAsync(cancellation);

    public ValueTask DisposeAsync() => _access.DisposeAsync();

    public override string ToString() => $"{_engine}";

    /// <inheritdoc cref="StoreAccess.Swept"/>
    internal Task SweptAsync() => _access.Swept;

    /// <inheritdoc cref="StoreAccess.ReadAsync"/>
    internal Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> read, CancellationToken cancellation) => _access.ReadAsync(read, cancellation);

    private async Task PrepareAsync()
    {
        await using var session = await _access.OpenSessionAsync(CancellationToken.None);
        await SchemaUpgrade.RunAsync(session, session.Dialect);

        // What is ours alone was held by somebody who is dead. What is shared may be held by the living, and those of the dead end.
        if (News is null)
            await session.ExecuteAsync(CallbackSql.ReleaseAll);
        _access.Sweep();
    }
}
