using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A SQLite file that one sandbox has to itself.</summary>
internal sealed class SqliteEngine : StoreEngine
{
    private const int NoCheckpointOnClose = 1006;

    private readonly StoreLocation _location;
    private readonly StoreMonitor _watch;
    private int _connections;

    private SqliteEngine(StoreLocation location)
    {
        _location = location;
        _watch = new StoreMonitor(location.Path, location.File, location.Store, IsSound, () => Volatile.Read(ref _connections), TimeProvider.System);
        Source = SqliteFactory.Instance.CreateDataSource(location.ConnectionString);
    }

    public override DbDataSource Source { get; }

    public override SqlDialect Dialect => _location.Dialect;

    public override string Place => _location.Path;

    /// <inheritdoc cref="StoreLocation.Hold(string?)"/>
    public static new SqliteEngine Create(string? path) => new(StoreLocation.Hold(path));

    public override int Generation => _watch.Generation;

    public override Task Examination => _watch.Examination;

    /// <summary>
    /// Plans do not depend on arguments. They would, where a condition of an index might be met by one, and SQLite would read the statement anew at
    /// each call.
    /// </summary>
    public override async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        // Whoever opens a file whose log is gone makes a new one, which those who have the old one do not see.
        _watch.Look();
        _watch.Check();
        var connection = await base.ConnectAsync(cancellation);
        Count(connection);
        _watch.Opened();
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_config(((SqliteConnection)connection).Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), ((SqliteConnection)connection).Handle);
        return connection;
    }

    /// <summary>A file that says whose it is was looked at already; one that does not is an early sandbox's, or somebody else's.</summary>
    public override async Task InspectAsync()
    {
        if (!_location.BelongsToNobody)
            return;
        await using var connection = (SqliteConnection)await Source.OpenConnectionAsync();
        raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out _);
        await using var command = connection.CreateCommand();
        command.CommandText = "select coalesce(sum(name = 'schema_versions'), 0), count(*) from sqlite_schema where type = 'table' and name not like 'sqlite^_%' escape '^'";
        await using (var reader = await command.ExecuteReaderAsync())
        {
            await reader.ReadAsync();
            if (reader.GetInt64(1) == 0)
                return;
            if (reader.GetInt64(0) == 0)
                throw SchemaCheck.Foreign(Place);
        }

        SchemaCheck.Check(Place, await AppliedAsync(connection), SchemaUpgrade.Names());
    }

    public override async Task SettleAsync(StoreSession session)
    {
        if (_location.BelongsToNobody)
        {
            await session.RunScriptAsync(string.Create(
                CultureInfo.InvariantCulture, $"begin immediate; pragma application_id = {SqliteHeader.Sandbox}; pragma user_version = {_location.Store}; commit"));
        }

        _watch.Settle();
    }

    public override void Check() => _watch.Check();

    public override string? Look() => _watch.Look();

    public override string? LacksRoom()
    {
        try
        {
            var disk = new DriveInfo(Path.GetDirectoryName(_location.Path)!);
            return disk is { TotalSize: > 0, TotalFreeSpace: 0 } ? StoreDiagnosis.Full(Place) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A disk that tells nothing of its room.
            return null;
        }
    }

    public override void Doubt(DbException fault)
    {
        if (fault is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB })
            _watch.Doubt();
        else
            _watch.Look();
    }

    public override async ValueTask DisposeAsync()
    {
        await _watch.Examination;
        await Source.DisposeAsync();
        _location.Dispose(_watch);
    }

    public override string ToString() => $"{Dialect.Name}, {_location}";

    private async Task<List<string>> AppliedAsync(SqliteConnection connection)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select name from schema_versions";
            await using var reader = await command.ExecuteReaderAsync();
            var applied = new List<string>();
            while (await reader.ReadAsync())
                applied.Add($"{reader.GetValue(0)}");
            return applied;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            throw SchemaCheck.Foreign(Place, fault);
        }
    }

    private void Count(DbConnection connection)
    {
        Interlocked.Increment(ref _connections);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed)
                Interlocked.Decrement(ref _connections);
        };
    }

    // On a connection of its own, which remembers nothing.
    private bool IsSound()
    {
        try
        {
            using var connection = (SqliteConnection)Source.OpenConnection();
            Count(connection);
            using var command = connection.CreateCommand();
            command.CommandText = "pragma quick_check(1)";
            return command.ExecuteScalar() is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
