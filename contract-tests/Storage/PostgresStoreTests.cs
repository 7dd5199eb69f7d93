using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;
using Npgsql;

namespace FreedomPaySandbox.ContractTests.Storage;

[NeedsPostgres]
public sealed class PostgresStoreTests : SharingContract
{
    private PostgresDatabase? _database;

    private protected override async Task<SandboxStore> OpenAsync()
    {
        _database ??= await PostgresDatabase.CreateAsync();
        return await SandboxStore.OpenAsync(_database.ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [PostgresFact]
    public async Task Leases_of_the_living_stay_when_another_sandbox_joins()
    {
        await Scene.PayAsync("ORD1");
        var claimed = Assert.Single(await Scene.ClaimAsync());

        await using var another = await OpenAsync();

        var claim = new CallbackClaim(Scene.Queue, 10, Scene.Now, Scene.Now, StoreScene.Lease, AsksForNext: false);
        Assert.Empty((await another.Callbacks.ClaimAsync(claim, CancellationToken.None)).Due);
        Advance(StoreScene.Lease);
        var later = claim with { Now = Scene.Now, Machine = Scene.Now };
        Assert.Equal(claimed.Key, Assert.Single((await another.Callbacks.ClaimAsync(later, CancellationToken.None)).Due).Key);
    }

    [PostgresFact]
    public async Task The_server_knows_that_a_store_is_no_longer_empty()
    {
        await using var server = new NpgsqlConnection(_database!.ConnectionString);
        await server.OpenAsync();
        await using var known = new NpgsqlCommand("select reltuples from pg_class where relname = 'payouts'", server);

        for (var number = 0; number < 64; number++)
            await Scene.PayAsync($"ORD{number}");

        var patience = Patience.For("the server's look at the payouts");
        while (patience.GoesOn() && (float)(await known.ExecuteScalarAsync())! <= 0)
            await Task.Yield();
    }

    [PostgresFact]
    public async Task Two_sandboxes_that_pay_the_same_orders_at_once_pay_each_of_them_once()
    {
        await using var another = new StoreScene(await OpenAsync(), Clock);
        await another.EnrolAsync();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => (number % 2 == 0 ? Scene : another).DecideAsync($"ORD{number / 4}")));

        var made = decisions.OfType<PayoutDecision.Made>().Select(one => one.Payout).ToList();
        Assert.Equal((50, 50, 50), (made.Count, made.DistinctBy(payout => payout.OrderId, StringComparer.Ordinal).Count(), made.DistinctBy(payout => payout.PaymentId).Count()));
        Assert.Equal(Amount.FromUnits(950), await Scene.BalanceAsync());
    }

    [PostgresFact]
    public async Task What_the_server_sent_back_to_end_a_deadlock_comes_again()
    {
        await using var other = new NpgsqlConnection(_database!.ConnectionString);
        await other.OpenAsync();

        var put = 0;
        var patience = Patience.For("a deadlock that the store loses");
        while (patience.GoesOn() && !await CollidesAsync(other, put))
            put++;
    }

    // The store holds the account and wants the count, the other one holds the count and wants the account. Whoever has waited for a second
    // looks, and gives way; on a slow machine that may be the other one, which proves nothing.
    private async Task<bool> CollidesAsync(NpgsqlConnection other, int put)
    {
        await Scene.Store.States.CountCallAsync(Scene.Epoch, put, rule: 1);
        await using var transaction = await other.BeginTransactionAsync();
        await RunAsync(other, "select calls from rule_calls for update");
        var putting = Scene.Store.States.PutRulesAsync(Scene.Epoch, "rules");
        await RunAsync(
            other,
            """
            do $$ begin
                while not exists (select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) loop
                    perform pg_sleep(0.01);
                end loop;
            end $$
            """);
        var isSentBack = await IsSentBackAsync(other, "select number from accounts for update");
        await transaction.RollbackAsync();

        Assert.Equal(put + 1, await putting);
        return !isSentBack;
    }

    private static async Task<bool> IsSentBackAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            await RunAsync(connection, sql);
            return false;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return true;
        }
    }

    [PostgresTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Orders_are_looked_for_by_their_index_also_while_the_server_knows_of_few(int few)
    {
        for (var order = 1; order <= few; order++)
            await Scene.PayAsync($"ORD{order}");
        await _database!.RunAsync("analyze payouts");

        var plan = await Scene.Store.ReadAsync(
            session => session.QueryAsync(
                new Statement($"explain {session.Dialect.FindOrders!.Sql}"), row => row.GetString(0), new long[] { Scene.Epoch }, new[] { "ORD1" }),
            CancellationToken.None);

        Assert.Contains(plan, line => line.Contains("payouts_by_order", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on payouts", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task Five_that_start_at_once_on_an_empty_database_find_one_schema_and_one_account()
    {
        await using var empty = await PostgresDatabase.CreateAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SandboxStore.OpenAsync(empty.ConnectionString)));
        var accounts = await Task.WhenAll(stores.Select(store => new StoreScene(store, Clock).EnrolAsync()));

        Assert.Single(accounts.Distinct());
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
