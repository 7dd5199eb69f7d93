using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A SQLite file that one sandbox has to itself.</summary>
internal sealed class SqliteEngine : StoreEngine
{
    private readonly StoreLocation _location;

    private SqliteEngine(StoreLocation location)
    {
        _location = location;
        Source = SqliteFactory.Instance.CreateDataSource(location.ConnectionString);
    }

    public override DbDataSource Source { get; }

    public override SqlDialect Dialect => _location.Dialect;

    public override string Place => _location.Path;

    /// <inheritdoc cref="StoreLocation.Hold(string?)"/>
    public static new SqliteEngine Of(string? path) => new(StoreLocation.Hold(path));

    /// <summary>
    /// Plans do not depend on arguments. They would, where a condition of an index might be met by one, and SQLite would read the statement anew at
    /// each call.
    /// </summary>
    public override async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = await base.ConnectAsync(cancellation);
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_config(((SqliteConnection)connection).Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), ((SqliteConnection)connection).Handle);
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        _location.Dispose();
    }

    public override string ToString() => $"{Dialect.Name}, {_location}";
}
