using System.Data.Common;
using Microsoft.Data.Sqlite;

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

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _location.Dispose();
    }

    public override string ToString() => $"{Dialect.Name}, {_location}";
}
