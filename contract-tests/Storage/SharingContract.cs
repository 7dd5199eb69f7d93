using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>What a store promises about what sandboxes have in common, on top of what it promises about accounts.</summary>
public abstract class SharingContract : AccountContract
{
    private static readonly ClockReading s_hourAhead = new(TimeSpan.FromHours(1));

    [StoreFact]
    public async Task A_merchant_is_added_once_and_changed_as_often_as_one_likes()
    {
        var made = Merchant.Default with { Id = 10_001 };

        Assert.NotNull(await Scene.Store.Merchants.AddAsync(made, "one", new Seed(1), s_hourAhead));
        Assert.Null(await Scene.Store.Merchants.AddAsync(made, "other", new Seed(2), s_hourAhead));
        var stored = await MerchantAsync(made.Id);
        Assert.Equal(("one", new Seed(1), s_hourAhead), (stored!.Sealed, stored.Account.Seed, stored.Account.Clock));

        await Scene.Store.Merchants.PutAsync(made.Id, "changed");
        Assert.Equal("changed", (await MerchantAsync(made.Id))!.Sealed);
    }

    [StoreFact]
    public async Task Of_many_who_add_one_merchant_one_does()
    {
        var made = Merchant.Default with { Id = 10_001 };

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(seed => Scene.Store.Merchants.AddAsync(made, "settings", new Seed(seed), ClockReading.Machine)));

        Assert.Single(added, account => account is not null);
    }

    [StoreFact]
    public async Task All_merchants_are_there_also_those_that_nobody_made()
    {
        await Scene.Store.Merchants.AddAsync(Merchant.Default with { Id = 10_001 }, "settings", new Seed(1), ClockReading.Machine);

        var all = await Scene.Store.Merchants.AllAsync(CancellationToken.None);

        Assert.Equal([(Scene.Merchant.Id, null), (10_001L, "settings")], all.Select(merchant => (merchant.Id, merchant.Sealed)));
        Assert.Null(await MerchantAsync(1));
    }

    [StoreFact]
    public async Task A_reset_keeps_what_a_merchant_is_and_a_removal_does_not()
    {
        var made = Merchant.Default with { Id = 10_001 };
        var account = (await Scene.Store.Merchants.AddAsync(made, "settings", new Seed(1), ClockReading.Machine))!;

        var renewed = await Scene.Store.States.RenewAsync(account.Epoch, made, new Seed(2), ClockReading.Machine);
        Assert.Equal(("settings", renewed!.Epoch), (await MerchantAsync(made.Id) is { } stored) ? (stored.Sealed, stored.Account.Epoch) : default);

        await Scene.Store.States.CloseAsync(renewed.Epoch);
        Assert.Null(await MerchantAsync(made.Id));
        Assert.NotNull(await Scene.Store.Merchants.AddAsync(made, "anew", new Seed(3), ClockReading.Machine));
    }

    [StoreFact]
    public async Task Rules_belong_to_an_account_and_each_time_they_are_put_counts()
    {
        Assert.Equal(new StoredRules(null, 0), (await MerchantAsync(Scene.Merchant.Id))!.Account.Rules);
        Assert.Equal(1, await Scene.Store.States.PutRulesAsync(Scene.Epoch, "rules"));
        Assert.Equal(2, await Scene.Store.States.PutRulesAsync(Scene.Epoch, "rules"));
        Assert.Equal(new StoredRules("rules", 2), (await MerchantAsync(Scene.Merchant.Id))!.Account.Rules);

        var old = Scene.Epoch;
        await Scene.RenewAsync();
        Assert.Equal(new StoredRules(null, 0), (await MerchantAsync(Scene.Merchant.Id))!.Account.Rules);
        Assert.Null(await Scene.Store.States.PutRulesAsync(old, "rules"));
    }

    [StoreFact]
    public async Task Calls_of_a_rule_are_counted_one_by_one_and_begin_anew_with_other_rules()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Scene.Store.States.CountCallAsync(Scene.Epoch, put: 0, rule: 3)));

        Assert.Equal(Enumerable.Range(1, 50).Select(count => (long)count), counts.Order());
        Assert.Equal(1, await Scene.Store.States.CountCallAsync(Scene.Epoch, put: 0, rule: 4));
        await Scene.Store.States.PutRulesAsync(Scene.Epoch, "rules");
        Assert.Equal(1, await Scene.Store.States.CountCallAsync(Scene.Epoch, put: 1, rule: 3));
    }

    [StoreFact]
    public async Task The_clock_that_new_merchants_start_with_is_kept()
    {
        Assert.Equal(ClockReading.Machine, await Scene.Store.Merchants.StartClockAsync(CancellationToken.None));

        await Scene.Store.Merchants.KeepStartClockAsync(s_hourAhead);
        await ReopenAsync();

        Assert.Equal(s_hourAhead, await Scene.Store.Merchants.StartClockAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task What_attempts_have_come_to_is_counted_whoever_made_them()
    {
        foreach (var (order, state) in new[] { ("A", CallbackState.Delivered), ("B", CallbackState.Dead), ("C", CallbackState.Pending) })
        {
            await Scene.PayAsync(order);
            await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync()), 200, state, next: Scene.Now.AddMinutes(30));
        }

        await Scene.PayAsync("D");
        Assert.Equal(new DeliveryCounts(3, 1, 1), await Scene.Store.Callbacks.AttemptsAsync(Scene.Epoch, CancellationToken.None));
    }

    private Task<StoredMerchant?> MerchantAsync(long id) => Scene.Store.Merchants.FindAsync(id, CancellationToken.None);
}
