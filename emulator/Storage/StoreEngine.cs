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
    public virtual NewsLine? News => null;

    /// <summary>A file, a temporary one, or a PostgreSQL database by its connection string.</summary>
    public static StoreEngine Of(string? store) => IsConnectionString(store) ? PostgresEngine.Of(store!) : SqliteEngine.Of(store);

    /// <summary>No path that a sandbox takes has an equals sign in it, and no connection string does without.</summary>
    public static bool IsConnectionString(string? store) => store?.Contains('=', StringComparison.Ordinal) == true;

    public virtual ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation) => Source.OpenConnectionAsync(cancellation);

    /// <summary>Lets go of connections that may have died with the server.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Keeps the other sandboxes from something by a number, until what is returned is disposed of.</summary>
    public virtual Task<IAsyncDisposable?> HoldAsync(long number, CancellationToken cancellation) => Task.FromResult<IAsyncDisposable?>(null);

    public abstract ValueTask DisposeAsync();
}
