using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FreedomPaySandbox.ContractTests.Storage;

#pragma warning disable CA1001 // The runner disposes of what it initialized.
public sealed class SqliteEngineTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const int TimesPreparedAgain = 5, TimesRun = 6;

    private readonly SqliteEngine _engine = SqliteEngine.Create(path: null);
    private SqliteConnection _connection = null!;
    private StoreSession _session = null!;

    public async Task InitializeAsync()
    {
        _connection = (SqliteConnection)await _engine.ConnectAsync(CancellationToken.None);
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        _session = new StoreSession(_connection, _engine.Dialect);
        await SchemaUpgrade.RunAsync(_session, _session.Dialect);
    }

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_read_once_however_often_it_is_asked_and_whatever_for()
    {
        for (var i = 0; i < 5; i++)
        {
            await new PayoutQuery(Epoch: i, DateTimeOffset.UnixEpoch) { OrderId = $"ORD{i}" }.RunAsync(_session);
            await new CallbackQuery(Epoch: i) { State = CallbackState.Pending, Limit = 10 + i }.RunAsync(_session);
            await new RecentPayouts(DateTimeOffset.UnixEpoch) { Search = PayoutSearch.TryParse($"ORD{i}") }.RunAsync(_session);
        }

        var asked = Statements("limit @limit").ToList();
        Assert.Equal(3, asked.Count);
        Assert.All(asked, statement => Assert.Equal(5, raw.sqlite3_stmt_status(statement, TimesRun, 0)));
        Assert.All(asked, statement => Assert.Equal(0, raw.sqlite3_stmt_status(statement, TimesPreparedAgain, 0)));
    }

    [Fact]
    public async Task A_statement_binds_numbers_texts_and_nothing_by_their_places()
    {
        await _session.RunScriptAsync("create table drawer (number bigint, text text, blank text)");
        var put = new Statement("insert into drawer (number, text, blank) values (@number, @text, @blank)");
        var far = long.MaxValue;
        var text = "Бишкек \0 " + new string('я', 1000);

        Assert.Equal(1, await _session.ExecuteAsync(put, far, text, (string?)null));
        Assert.Equal(1, await _session.ExecuteAsync(put, 7, "", (string?)null));

        var rows = await _session.QueryAsync(
            new Statement("select number, text, blank from drawer order by number desc"), row => (row.GetInt64(0), row.GetString(1), row.IsDBNull(2)));
        Assert.Equal([(far, text, true), (7, "", true)], rows);
    }

    [Fact]
    public async Task What_differs_from_the_time_before_is_bound_anew()
    {
        await _session.RunScriptAsync("create table drawer (place integer primary key, number bigint, text text)");
        var put = new Statement("insert into drawer (number, text) values (@number, @text)");
        (long? Number, string? Text)[] wanted = [(1, "a"), (1, "b"), (null, "b"), (null, null), (0, null), (0, ""), (0, "0"), (0, "0"), (1, "a")];

        foreach (var (number, text) in wanted)
            await _session.ExecuteAsync(put, number, text);

        var rows = await _session.QueryAsync(
            new Statement("select number, text from drawer order by place"),
            row => (row.IsDBNull(0) ? (long?)null : row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)));
        Assert.Equal(wanted, rows);
    }

    [Fact]
    public async Task What_SQLite_refuses_is_thrown_and_leaves_the_statement_fit_for_use()
    {
        await _session.RunScriptAsync("create table drawer (number bigint primary key)");
        var put = new Statement("insert into drawer (number) values (@number)");
        await _session.ExecuteAsync(put, 1);

        await Assert.ThrowsAsync<SqliteException>(async () => await _session.ExecuteAsync(put, 1));

        Assert.Equal(1, await _session.ExecuteAsync(put, 2));
        Assert.Equal(2, await _session.ScalarAsync(new Statement("select max(number) from drawer where number < @number"), 3));
        Assert.Null(await _session.ScalarAsync(new Statement("select number from drawer where number > @number"), 3));
    }

    [Fact]
    public async Task As_many_arguments_as_parameters_are_wanted() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await _session.ScalarAsync(new Statement("select @one"), 1, 2));

    private IEnumerable<sqlite3_stmt> Statements(string text)
    {
        for (var one = raw.sqlite3_next_stmt(_connection.Handle, null!); one is { IsInvalid: false }; one = raw.sqlite3_next_stmt(_connection.Handle, one))
        {
            if (raw.sqlite3_sql(one).utf8_to_string().Contains(text, StringComparison.Ordinal))
                yield return one;
        }
    }
}
