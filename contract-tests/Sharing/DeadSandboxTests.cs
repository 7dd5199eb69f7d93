using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Sharing;

/// <summary>What a dead sandbox owed is delivered by those that live.</summary>
[Collection(OwnProcesses.Name)]
public sealed class DeadSandboxTests
{
    [PostgresFact]
    public async Task What_it_held_is_delivered_after_its_leases_and_not_before()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var time = new ManualTime();
        await using (var dead = new StoreScene(await SandboxStore.OpenAsync(database.ConnectionString), time))
        {
            await dead.EnrolAsync();
            await dead.PayAsync("HELD", link: endpoint.Link());
            Assert.Single(await dead.ClaimAsync(queue: dead.QueueTo(DeliveryQueue.GetHost(endpoint.Link()))));
        }

        await using var living = await CallbackSandbox.StartAsync(new SandboxSettings { Store = database.ConnectionString, Merchants = [CallbackSandbox.Merchant] }, time);
        var end = time.GetUtcNow() + StoreScene.Lease;
        var recorded = living.RecordedAsync();
        var patience = Patience.For("the attempt of what the dead one held");
        while (!recorded.IsCompleted && patience.GoesOn())
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(recorded, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        }

        Assert.True(time.GetUtcNow() >= end);
        Assert.Equal("HELD", (await endpoint.NextAsync())[Fields.OrderId]);
        Assert.Equal(CallbackState.Delivered, Assert.Single(await living.Store.CallbacksAsync()).State);
    }

    [PostgresFact]
    public async Task No_answered_payout_and_no_callback_is_lost_when_one_of_two_is_killed()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var answered = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var killed = await SandboxProcess.StartAsync("--store", database.ConnectionString, "--callback-timeout", "1s");
        await using var living = await SandboxProcess.StartAsync("--store", database.ConnectionString, "--callback-timeout", "1s");
        using var first = new HttpClient { BaseAddress = killed.Url };
        using var second = new HttpClient { BaseAddress = living.Url };

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            try
            {
                var answer = await new PayoutCall($"ORD{number}", endpoint.Link()).SendAsync(number % 2 == 0 ? first : second);
                answered[answer.Element(Fields.PaymentId)!.Value] = answer.Element(Fields.OrderId)!.Value;
                if (answered.Count == 60)
                    killed.Kill();
            }
            catch (HttpRequestException)
            {
                // Killed meanwhile: the outcome is unknown to the merchant, and both are right.
            }
        });

        Assert.InRange(answered.Count, 100, 199);

        // Returns when all that is due was attempted, by whomever: what the dead one held, after its leases.
        await SteeredMerchant.Default(second).CatchUpAsync();

        var pending = (long)(await database.AskAsync("select count(*) from payouts"))!;
        var called = new HashSet<string>(StringComparer.Ordinal);
        var patience = Patience.For("a callback for each payout");
        while (called.Count < pending && patience.GoesOn())
            called.Add((await endpoint.NextAsync())[Fields.PaymentId]!);
        Assert.Superset(answered.Keys.ToHashSet(StringComparer.Ordinal), called);
        await living.SignalAsync("TERM");
        Assert.Equal(0, (await living.EndAsync()).ExitCode);
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{pending} {pending}"),
            await database.AskAsync("select count(*) || ' ' || count(case when state = 1 then 1 end) from callbacks"));
    }
}
