using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A connection with the statements it has prepared; used by one caller at a time.</summary>
internal sealed class StoreSession(DbConnection connection, SqlDialect dialect) : IAsyncDisposable
{
    // SQLite's transactions by its own words: the provider's make objects and read these texts anew each time.
    private static readonly Statement s_begin = new("begin immediate"), s_commit = new("commit"), s_rollback = new("rollback");

    private readonly Dictionary<Statement, DbCommand> _prepared = [];
    private readonly Dictionary<Statement, SqliteStatement> _ready = [];
    private readonly PipelinedStatements _posted = new(connection, dialect);
    private DbTransaction? _transaction;

    public SqlDialect Dialect => dialect;

    /// <summary><see cref="StoreEngine.Generation"/> as it was opened.</summary>
    public int Generation { get; init; }

    /// <summary>Whether the connection is still there, as far as it knows.</summary>
    public bool IsOpen => connection.State == ConnectionState.Open;

    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (connection is SqliteConnection sqlite)
            Ready(sqlite, s_begin, arguments: 0).Execute([]);
        else
            _transaction = await connection.BeginTransactionAsync(cancellation);
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await DeliverAsync();
        if (connection is SqliteConnection sqlite)
        {
            Ready(sqlite, s_commit, arguments: 0).Execute([]);
            return;
        }

        await _transaction!.CommitAsync(cancellation);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        await _posted.DisposeAsync();

        // What goes wrong in SQLite may have ended the transaction already.
        if (connection is SqliteConnection sqlite && raw.sqlite3_get_autocommit(sqlite.Handle) == 0)
            Ready(sqlite, s_rollback, arguments: 0).Execute([]);
        if (_transaction is null)
            return;
        await _transaction.RollbackAsync(CancellationToken.None);
        await EndAsync();
    }

    /// <summary>Runs a text that may hold several statements, and has no arguments.</summary>
    public async Task RunScriptAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a statement; arguments stand in the order of <see cref="Statement.Parameters"/>.</summary>
    /// <returns>How many rows it changed.</returns>
    public ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<SqlValue> arguments)
    {
        if (connection is SqliteConnection sqlite)
            return new ValueTask<int>(Ready(sqlite, statement, arguments.Length).Execute(arguments));
        if (!_posted.Any)
            return new ValueTask<int>(Prepare(statement, Boxed(arguments)).ExecuteNonQueryAsync());
        _posted.Add(statement, Boxed(arguments));
        return new ValueTask<int>(DeliverAsync());
    }

    /// <summary>Runs a query that asks for one whole number.</summary>
    /// <returns>The number in the first row, or nothing when there is no row.</returns>
    public ValueTask<long?> ScalarAsync(Statement statement, params ReadOnlySpan<SqlValue> arguments) =>
        connection is SqliteConnection sqlite
            ? new ValueTask<long?>(Ready(sqlite, statement, arguments.Length).Scalar(arguments))
            : new ValueTask<long?>(FirstAsync(QueryAsync(statement, row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture), Boxed(arguments))));

    /// <summary>
    /// Runs a statement whose result nobody looks at. Over a network it travels with the next question or the commit, which is where it
    /// fails, if it does.
    /// </summary>
    public ValueTask PostAsync(Statement statement, params ReadOnlySpan<SqlValue> arguments)
    {
        if (connection is SqliteConnection sqlite)
            Ready(sqlite, statement, arguments.Length).Execute(arguments);
        else
            _posted.Add(statement, Boxed(arguments));
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a query and reads all its rows.</summary>
    public Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, params ReadOnlySpan<object?> arguments)
    {
        if (!_posted.Any)
            return ReadAsync(Prepare(statement, arguments), row);
        _posted.Add(statement, arguments);
        return _posted.RunAsync(_transaction, row);
    }

    /// <summary>Runs a query once for each set of arguments and reads all rows of each; over a network, in one go.</summary>
    public async Task<List<List<T>>> QueryEachAsync<T>(Statement statement, Func<DbDataReader, T> row, IReadOnlyList<object?[]> arguments)
    {
        if (dialect.IsRemote)
            return await _posted.RunEachAsync(_transaction, statement, row, arguments);
        var each = new List<List<T>>(arguments.Count);
        foreach (var set in arguments)
            each.Add(await QueryAsync(statement, row, set));
        return each;
    }

    /// <summary>Runs what was posted.</summary>
    /// <returns>How many rows the last statement changed.</returns>
    public Task<int> DeliverAsync() => _posted.RunAsync(_transaction);

    public async ValueTask DisposeAsync()
    {
        await _posted.DisposeAsync();
        foreach (var command in _prepared.Values)
            await command.DisposeAsync();
        foreach (var statement in _ready.Values)
            statement.Dispose();
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> row)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    private static async Task<long?> FirstAsync(Task<List<long>> numbers) => await numbers is [var first, ..] ? first : null;

    private static object?[] Boxed(ReadOnlySpan<SqlValue> arguments)
    {
        var boxed = new object?[arguments.Length];
        for (var i = 0; i < boxed.Length; i++)
            boxed[i] = arguments[i].Boxed;
        return boxed;
    }

    private SqliteStatement Ready(SqliteConnection sqlite, Statement statement, int arguments)
    {
        statement.CheckCount(arguments);
        if (!_ready.TryGetValue(statement, out var ready))
            _ready.Add(statement, ready = new SqliteStatement(sqlite, statement.In(dialect)));
        return ready;
    }

    private DbCommand Prepare(Statement statement, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.In(dialect);
            foreach (var name in statement.Parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            // Npgsql prepares by itself what comes often; the other provider reads the text at each call unless it is told so.
            if (!dialect.IsRemote)
                command.Prepare();
            _prepared.Add(statement, command);
        }

        statement.CheckCount(arguments.Length);
        for (var i = 0; i < arguments.Length; i++)
            command.Parameters[i].Value = dialect.GetValue(arguments[i]);
        command.Transaction = _transaction;
        return command;
    }

    private async Task EndAsync()
    {
        await _transaction!.DisposeAsync();
        _transaction = null;
    }
}
