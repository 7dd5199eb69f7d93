using System.Data;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class SessionPoolTests : IAsyncDisposable
{
    private readonly List<SqliteConnection> _opened = [];
    private readonly SessionPool _pool;

    public SessionPoolTests() => _pool = new SessionPool(OpenAsync, most: 2);

    private int StillOpen => _opened.Count(connection => connection.State == ConnectionState.Open);

    [Fact]
    public async Task What_was_given_back_is_taken_again()
    {
        var first = await _pool.TakeAsync(CancellationToken.None);
        await _pool.GiveBackAsync(first, isWell: true);

        Assert.Same(first, await _pool.TakeAsync(CancellationToken.None));
        Assert.Single(_opened);
    }

    [Fact]
    public async Task Those_who_read_at_once_have_one_each_and_only_so_many_are_kept()
    {
        StoreSession[] taken = [await TakeAsync(), await TakeAsync(), await TakeAsync()];
        Assert.Equal(3, taken.Distinct().Count());

        foreach (var session in taken)
            await _pool.GiveBackAsync(session, isWell: true);

        Assert.Equal(2, StillOpen);
    }

    [Fact]
    public async Task What_went_wrong_is_not_used_again()
    {
        await _pool.GiveBackAsync(await TakeAsync(), isWell: false);

        Assert.Equal(0, StillOpen);
        await TakeAsync();
        Assert.Equal(2, _opened.Count);
    }

    [Fact]
    public async Task A_closed_pool_keeps_nothing_also_what_comes_back_later()
    {
        var (kept, late) = (await TakeAsync(), await TakeAsync());
        await _pool.GiveBackAsync(kept, isWell: true);

        await _pool.DisposeAsync();
        Assert.Equal(1, StillOpen);
        await _pool.GiveBackAsync(late, isWell: true);

        Assert.Equal(0, StillOpen);
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        foreach (var connection in _opened)
            await connection.DisposeAsync();
    }

    private async Task<StoreSession> TakeAsync() => await _pool.TakeAsync(CancellationToken.None);

    private async Task<StoreSession> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        _opened.Add(connection);
        return new StoreSession(connection, SqlDialect.Sqlite);
    }
}
