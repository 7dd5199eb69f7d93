using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A connection with the statements it has prepared; used by one caller at a time.</summary>
internal sealed class StoreSession(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<Statement, DbCommand> _prepared = [];
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

    /// <summary>Runs a statement; arguments stand in the order of <see cref="Statement.Parameters"/>.</summary>
    public Task<int> ExecuteAsync(Statement statement, params ReadOnlySpan<object?> arguments) =>
        Prepare(statement, arguments).ExecuteNonQueryAsync();

    /// <summary>Runs a query and reads all its rows.</summary>
    public Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> row, params ReadOnlySpan<object?> arguments) =>
        ReadAsync(Prepare(statement, arguments), row);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
            await command.DisposeAsync();
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

        if (arguments.Length != statement.Parameters.Count)
            throw new ArgumentException($"{statement.Parameters.Count} arguments expected: {statement.Sql}", nameof(arguments));
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
