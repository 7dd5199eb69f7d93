using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A connection with the statements it has prepared; used by one caller at a time.</summary>
internal sealed class StoreSession(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<Statement, DbCommand> _prepared = [];
    private readonly Dictionary<Statement, SqliteStatement> _ready = [];
    private DbTransaction? _transaction;

    public async Task BeginAsync(CancellationToken cancellation) =>
        _transaction = await connection.BeginTransactionAsync(cancellation);

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await _transaction!.CommitAsync(cancellation);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
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
    public ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<SqlValue> arguments) =>
        connection is SqliteConnection sqlite
            ? new ValueTask<int>(Ready(sqlite, statement, arguments.Length).Execute(arguments))
            : new ValueTask<int>(Prepare(statement, Boxed(arguments)).ExecuteNonQueryAsync());

    /// <summary>Runs a query that asks for one number.</summary>
    /// <returns>The number in the first row, or nothing when there is no row.</returns>
    public ValueTask<long?> ScalarAsync(Statement statement, params ReadOnlySpan<SqlValue> arguments) =>
        connection is SqliteConnection sqlite
            ? new ValueTask<long?>(Ready(sqlite, statement, arguments.Length).Scalar(arguments))
            : new ValueTask<long?>(NumberAsync(Prepare(statement, Boxed(arguments))));

    /// <summary>Runs a query and reads all its rows.</summary>
    public Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, params ReadOnlySpan<object?> arguments) =>
        ReadAsync(Prepare(statement, arguments), row);

    public async ValueTask DisposeAsync()
    {
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

    private static async Task<long?> NumberAsync(DbCommand command) =>
        await command.ExecuteScalarAsync() is { } number and not DBNull ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : null;

    private static object?[] Boxed(ReadOnlySpan<SqlValue> arguments)
    {
        var boxed = new object?[arguments.Length];
        for (var i = 0; i < boxed.Length; i++)
            boxed[i] = arguments[i].Boxed;
        return boxed;
    }

    private SqliteStatement Ready(SqliteConnection sqlite, Statement statement, int arguments)
    {
        CheckCount(statement, arguments);
        if (!_ready.TryGetValue(statement, out var ready))
            _ready.Add(statement, ready = new SqliteStatement(sqlite, statement));
        return ready;
    }

    private static void CheckCount(Statement statement, int arguments)
    {
        if (arguments != statement.Parameters.Count)
            throw new ArgumentException($"{statement.Parameters.Count} arguments expected: {statement.Sql}", nameof(arguments));
    }

    private DbCommand Prepare(Statement statement, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            foreach (var name in statement.Parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _prepared.Add(statement, command);
        }

        CheckCount(statement, arguments.Length);
        for (var i = 0; i < arguments.Length; i++)
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        command.Transaction = _transaction;
        return command;
    }

    private async Task EndAsync()
    {
        await _transaction!.DisposeAsync();
        _transaction = null;
    }
}
