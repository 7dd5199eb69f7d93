using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// A statement kept ready on a SQLite connection, its arguments bound by place. The provider looks each of them up by name at each
/// call, which for a payout took as long as SQLite takes to write it.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _prepared;

    // What is bound stays bound, and much is the same from one payout to the next.
    private SqlValue[] _bound = [];

    /// <exception cref="SqliteException">The text is none that SQLite knows, or the file is not there any more.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _prepared));
    }

    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">SQLite refused; the transaction is as it was.</exception>
    public int Execute(ReadOnlySpan<SqlValue> arguments)
    {
        try
        {
            Step(arguments);
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(_prepared);
        }
    }

    /// <returns>The first column of the first row, when there is one.</returns>
    /// <inheritdoc cref="Execute"/>
    public long? Scalar(ReadOnlySpan<SqlValue> arguments)
    {
        try
        {
            return Step(arguments) ? raw.sqlite3_column_int64(_prepared, 0) : null;
        }
        finally
        {
            raw.sqlite3_reset(_prepared);
        }
    }

    public void Dispose() => _prepared.Dispose();

    private bool Step(ReadOnlySpan<SqlValue> arguments)
    {
        if (_bound.Length != arguments.Length)
            _bound = new SqlValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (_bound[i].Is(arguments[i]))
                continue;

            // A statement that refuses an argument has released the one before.
            _bound[i] = default;
            Check(Bind(i + 1, arguments[i]));
            _bound[i] = arguments[i];
        }

        var result = raw.sqlite3_step(_prepared);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    private int Bind(int place, in SqlValue value)
    {
        if (value.Number is { } number)
            return raw.sqlite3_bind_int64(_prepared, place, number);
        return value.Text is { } text ? Bind(place, text) : raw.sqlite3_bind_null(_prepared, place);
    }

    private int Bind(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        return raw.sqlite3_bind_text(_prepared, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
