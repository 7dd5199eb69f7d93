using System.Diagnostics;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Storage;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>With a hundred thousand payouts the dashboard is as quick as with ten.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class LargeStoreTests(ITestOutputHelper output)
{
    private const int Many = 100_000;

    [Fact]
    public async Task A_hundred_thousand_payouts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        await sandbox.PayAsync("first");
        var (other, secret) = await sandbox.MakeAsync();
        await sandbox.PayAsync("first", merchant: other, secret: secret);
        await sandbox.Store.ReadAsync(
            async session =>
            {
                var columns = await session.QueryAsync(new Statement("select name from pragma_table_info('payouts')"), row => row.GetString(0));
                var values = columns.Select(column => column switch
                {
                    "payment_id" => "p.payment_id + n.i",
                    "order_id" => "'order-' || n.i",
                    "created_at" => "p.created_at + n.i",
                    "settles_at" => "p.created_at",
                    _ => $"p.{column}",
                });
                return await session.ExecuteAsync(new Statement(
                    $"""
                    insert into payouts ({string.Join(", ", columns)})
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < {Many / 2})
                    select {string.Join(", ", values)} from n, payouts p where p.order_id = 'first'
                    """));
            },
            CancellationToken.None);

        var account = sandbox.Store.ReadAsync(session => session.QueryAsync(new Statement("select min(account) from payouts"), row => row.GetInt64(0)), CancellationToken.None);
        await FoundAtOnceAsync(new PayoutQuery((await account)[0], DateTimeOffset.MaxValue) { OrderId = "order-7", Limit = 1, NewestFirst = true });

        await visitor.GetAsync("/");
        await TimeAsync("all, first page", "/", 50);
        await TimeAsync("one, first page", "/?merchant=9970", 50);
        await TimeAsync("one, status that none has", "/?merchant=9970&status=process", 0);
        await TimeAsync("all, search that finds one", "/?q=order-49999", 2);
        var deep = await visitor.GetAsync("/?merchant=9970");
        for (var i = 0; i < 20; i++)
            deep = await visitor.GetAsync(deep.Older!);
        await TimeAsync("one, page 22", deep.Older!, 50);
        deep = await visitor.GetAsync("/");
        for (var i = 0; i < 20; i++)
            deep = await visitor.GetAsync(deep.Older!);
        await TimeAsync("all, page 22", deep.Older!, 50);

        // A walk through all of them takes ten times as long, on a machine that does other things besides, too.
        async Task FoundAtOnceAsync(PayoutQuery query)
        {
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Single(await sandbox.Store.Payouts.FindAsync(query, CancellationToken.None));
                var took = Stopwatch.GetElapsedTime(started);
                best = took < best ? took : best;
            }

            output.WriteLine($"one by its order id: {best.TotalMilliseconds:0.00} ms");
            Assert.True(best < TimeSpan.FromMilliseconds(2), $"Finding a payout by its order id took {best}.");
        }

        async Task TimeAsync(string what, string path, int rows)
        {
            var started = Stopwatch.GetTimestamp();
            var seen = await visitor.GetAsync(path);
            var took = Stopwatch.GetElapsedTime(started);
            output.WriteLine($"{what}: {took.TotalMilliseconds:0.0} ms");
            Assert.Equal(rows, seen.Orders.Length);

            // Generous, for machines that do other things besides; a whole reading of the store takes longer by far on a small one.
            Assert.True(took < TimeSpan.FromSeconds(2), $"{what} took {took}.");
        }
    }
}
