using System.Buffers.Binary;
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
    /// Plans do not depend on arguments. They would, where a condition of an index might be met by one, and SQLite would read the statement
    /// anew at each call.
    /// </summary>
    public override async ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        // A connection that opens a file whose log is gone creates a new log, which those with the old one do not see.
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

/// <summary>
/// SQLite's settings for a whole process, so only for one that is the sandbox's own. By default SQLite guards each connection against
/// several threads at once and counts each byte of its memory; here a connection serves one at a time, and nobody asks for the count.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>Has no effect once the process has opened a database.</summary>
    public static void Tune()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}

/// <summary>The beginning of a SQLite file, in which it says what it is (https://sqlite.org/fileformat.html). Pure.</summary>
/// <param name="PageSize">In bytes.</param>
/// <param name="Program">Which program it belongs to; 0 when it does not say.</param>
/// <param name="Store">Which store it is; 0 when it does not say.</param>
internal readonly record struct SqliteHeader(int PageSize, int Program, int Store)
{
    public const int Length = 100;

    /// <summary>What the sandbox's files say: "FPSb".</summary>
    public const int Sandbox = 0x46505362;

    private const int UsualPage = 4096;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <returns>Nothing when it is no SQLite file.</returns>
    public static SqliteHeader? Parse(ReadOnlySpan<byte> bytes) => bytes.Length >= Length && bytes.StartsWith(Magic)
        ? new SqliteHeader(
            BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]) is var size and not 1 ? size : 65536,
            BinaryPrimitives.ReadInt32BigEndian(bytes[68..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[60..]))
        : null;

    /// <summary>
    /// A database without tables, with a log beside it: what SQLite itself would make, and says whose it is from its first byte on.
    /// </summary>
    public static byte[] Empty(int store)
    {
        var page = new byte[UsualPage];
        Magic.CopyTo(page);
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(16), UsualPage);
        page[18] = page[19] = 2; // Written and read with a log.
        (page[21], page[22], page[23]) = (64, 32, 32);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(24), 1); // Changed once,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(28), 1); // a page long,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(60), store);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(68), Sandbox);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(92), 1); // as of that change,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(96), 3_040_001); // by a version that knows all of the above.
        page[100] = 0x0D; // A list of tables with nothing in it.
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(105), UsualPage);
        return page;
    }
}
