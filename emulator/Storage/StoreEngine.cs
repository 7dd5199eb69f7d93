using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What a store stands on: a database, the way to it, and the words it wants.</summary>
internal abstract class StoreEngine : IAsyncDisposable
{
    public abstract DbDataSource Source { get; }

    public abstract SqlDialect Dialect { get; }

    /// <summary>Where it is, as errors name it; never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>What travels between the sandboxes that share the database; nothing when it is one's alone.</summary>
    public virtual ChangeFeed? News => null;

    /// <summary>A file, a temporary one, or a PostgreSQL database by its connection string.</summary>
    public static StoreEngine Create(string? store) => IsConnectionString(store) ? PostgresEngine.Create(store!) : SqliteEngine.Create(store);

    /// <summary>No path that a sandbox takes has an equals sign in it, and no connection string does without.</summary>
    public static bool IsConnectionString(string? store) => store?.Contains('=', StringComparison.Ordinal) == true;

    public virtual ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation) => Source.OpenConnectionAsync(cancellation);

    /// <summary>Rises when all that connections remember of the database is worth nothing any more.</summary>
    public virtual int Generation => 0;

    /// <summary>The reading of the whole database that is under way, if one is.</summary>
    public virtual Task Examination => Task.CompletedTask;

    /// <summary>Refuses a database that another program made, before anything of it is touched.</summary>
    /// <exception cref="StoreUnavailableException">It is not a sandbox's.</exception>
    public virtual Task InspectAsync() => Task.CompletedTask;

    /// <summary>The store is up to date: what it is like now, it should stay like.</summary>
    public virtual Task SettleAsync(StoreSession session) => Task.CompletedTask;

    /// <summary>To be asked before each use.</summary>
    /// <exception cref="StoreLostException">It is not what was opened any more.</exception>
    public virtual void Check()
    {
    }

    /// <summary>Looks now whether it is still what was opened.</summary>
    /// <returns>What is wrong, if anything is.</returns>
    public virtual string? Look() => null;

    /// <summary>Whether what can be written now leaves no room for more: what is wrong, and what to do.</summary>
    public virtual string? LacksRoom() => null;

    /// <summary>Something failed; perhaps for a reason that a look would show.</summary>
    public virtual void Doubt(DbException fault)
    {
    }

    /// <summary>Lets go of connections that may have died with the server.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Keeps the other sandboxes from something by a number, until what is returned is disposed of.</summary>
    public virtual Task<IAsyncDisposable?> HoldAsync(long number, CancellationToken cancellation) => Task.FromResult<IAsyncDisposable?>(null);

    public abstract ValueTask DisposeAsync();
}
