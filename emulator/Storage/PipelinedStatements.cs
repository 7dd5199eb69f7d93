using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Statements that travel together over a network: what nobody waits for goes with the next question, or with the commit.
/// </summary>
internal sealed class PipelinedStatements(DbConnection connection, SqlDialect dialect) : IAsyncDisposable
{
    private DbBatch? _batch;
    private int _queries;

    public bool Any => _batch is not null;

    public void Add(Statement statement, ReadOnlySpan<object?> arguments)
    {
        statement.CheckCount(arguments.Length);
        _batch ??= connection.CreateBatch();
        var command = _batch.CreateBatchCommand();
        command.CommandText = statement.In(dialect);
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = statement.Parameters[i];
            parameter.Value = dialect.GetValue(arguments[i]);
            command.Parameters.Add(parameter);
        }

        _batch.BatchCommands.Add(command);
        if (IsQuery(command))
            _queries++;
    }

    /// <summary>Runs all of them.</summary>
    /// <returns>How many rows the last one changed.</returns>
    public async Task<int> RunAsync(DbTransaction? transaction)
    {
        if (Take() is not { } batch)
            return 0;
        await using (batch)
        {
            batch.Transaction = transaction;
            await batch.ExecuteNonQueryAsync();
            return batch.BatchCommands[^1].RecordsAffected;
        }
    }

    /// <summary>Runs all of them; there is at least one.</summary>
    /// <returns>What the last one gives.</returns>
    public async Task<List<T>> RunAsync<T>(DbTransaction? transaction, Func<DbDataReader, T> row)
    {
        var queries = _queries;
        await using var batch = Take()!;
        var before = IsQuery(batch.BatchCommands[^1]) ? queries - 1 : queries;
        batch.Transaction = transaction;
        await using var reader = await batch.ExecuteReaderAsync();
        for (; before > 0; before--)
            await reader.NextResultAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Runs all of them, and then a query once for each set of arguments.</summary>
    /// <returns>What the query gives for each.</returns>
    public async Task<List<List<T>>> RunEachAsync<T>(
        DbTransaction? transaction, Statement query, Func<DbDataReader, T> row, IReadOnlyList<object?[]> arguments)
    {
        var each = new List<List<T>>(arguments.Count);
        if (arguments.Count == 0)
            return each;
        var before = _queries;
        foreach (var set in arguments)
            Add(query, set);
        await using var batch = Take()!;
        batch.Transaction = transaction;
        await using var reader = await batch.ExecuteReaderAsync();
        for (; before > 0; before--)
            await reader.NextResultAsync();
        do
        {
            var rows = new List<T>();
            while (await reader.ReadAsync())
                rows.Add(row(reader));
            each.Add(rows);
        }
        while (await reader.NextResultAsync());
        return each;
    }

    /// <summary>Forgets those that were not run.</summary>
    public ValueTask DisposeAsync() => Take()?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsQuery(DbBatchCommand command) => command.CommandText.StartsWith("select", StringComparison.Ordinal);

    private DbBatch? Take()
    {
        var batch = _batch;
        (_batch, _queries) = (null, 0);
        return batch;
    }
}
