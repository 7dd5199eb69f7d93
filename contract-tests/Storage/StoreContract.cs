using System.Data.Common;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>What a store promises about merchants and payouts, whatever engine it stands on.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private readonly ManualTime _time = new();

    private protected StoreScene Scene { get; private set; } = null!;

    private protected TimeProvider Clock => _time;

    /// <summary>Opens the test's store, empty at first, and with all that was written to it when opened again.</summary>
    private protected abstract Task<SandboxStore> OpenAsync();

    public async Task InitializeAsync()
    {
        Scene = new StoreScene(await OpenAsync(), _time);
        await Scene.EnrolAsync();
    }

    public virtual async Task DisposeAsync() => await Scene.DisposeAsync();

    private protected void Advance(TimeSpan by) => _time.Advance(by);

    private protected async Task ReopenAsync()
    {
        await Scene.DisposeAsync();
        Scene = new StoreScene(await OpenAsync(), _time);
        await Scene.EnrolAsync();
    }

    [StoreFact]
    public async Task Enrolling_again_keeps_balance_and_seed()
    {
        var first = await Scene.EnrolAsync();
        await Scene.PayAsync("ORD1", units: 100);

        var again = await Scene.Store.States.OpenAsync(Scene.Merchant with { OpeningBalance = Amount.FromUnits(5) }, new Seed(1), ClockReading.Machine);

        Assert.Equal(first, again);
        Assert.Equal(Amount.FromUnits(900), await Scene.BalanceAsync());
    }

    [StoreFact]
    public async Task A_payout_its_debit_and_its_callback_are_there_together()
    {
        var payout = await Scene.PayAsync("ORD1", units: 100);

        Assert.Equal(payout, Assert.Single(await Scene.PayoutsAsync()));
        Assert.Equal((Amount.FromUnits(900), Amount.FromUnits(900)), (payout.BalanceAfter, await Scene.BalanceAsync()));
        var due = Assert.Single(await Scene.ClaimAsync());
        Assert.Equal(payout, due.Payout);
        Assert.Equal((0, payout.SettlesAt, Amount.FromUnits(900)), (due.AttemptsMade, due.DueAt, due.Balance));
    }

    [StoreFact]
    [Proves("E-9")]
    public async Task Of_many_payouts_under_one_order_id_one_is_made()
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Scene.DecideAsync("ORD1")));

        Assert.Single(decisions.OfType<PayoutDecision.Made>());
        Assert.Equal(63, decisions.OfType<PayoutDecision.Refused>().Count(refused => refused.Refusal == Refusal.DuplicateOrder));
        Assert.Single(await Scene.Store.CallbacksAsync());
    }

    [StoreFact]
    [Proves("E-9")]
    public async Task Among_many_order_ids_each_is_paid_once_and_those_of_before_are_not()
    {
        await Scene.PayAsync("ORD0", units: 0);
        await Scene.PayAsync("ORD1", units: 0);

        var decisions = await Task.WhenAll(Enumerable.Range(0, 90).Select(number => Scene.DecideAsync($"ORD{number % 30}")));

        var made = decisions.OfType<PayoutDecision.Made>().Select(one => one.Payout.OrderId).ToList();
        Assert.Equal(28, made.Count);
        Assert.Equal(Enumerable.Range(2, 28).Select(number => $"ORD{number}").Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
        Assert.Equal(62, decisions.OfType<PayoutDecision.Refused>().Count(refused => refused.Refusal == Refusal.DuplicateOrder));
        Assert.Equal(Amount.FromUnits(972), await Scene.BalanceAsync());
    }

    [StoreFact]
    [Proves("E-10")]
    public async Task Of_many_payouts_under_one_key_one_is_made_and_told_to_all()
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Scene.DecideAsync("ORD1", key: "KEY")));

        var made = Assert.Single(decisions.OfType<PayoutDecision.Made>());
        Assert.All(decisions.OfType<PayoutDecision.Repeated>(), repeated => Assert.Equal(made.Payout, repeated.First));
        Assert.Equal(Amount.FromUnits(999), await Scene.BalanceAsync());
    }

    [StoreFact]
    [Proves("E-8")]
    public async Task Payouts_at_once_never_overdraw_the_balance()
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Scene.DecideAsync($"ORD{number}", units: 7)));

        var payouts = decisions.Select(decision => Assert.IsType<PayoutDecision.Made>(decision).Payout).ToList();
        Assert.Equal((142, 158), (payouts.Count(payout => payout.Debited), payouts.Count(payout => payout.ErrorCode == GatewayError.BalanceTooLow)));
        Assert.Equal(Amount.FromUnits(6), await Scene.BalanceAsync());
        Assert.Equal(300, payouts.Select(payout => payout.PaymentId).Distinct().Count());
    }

    [StoreFact]
    public async Task A_debit_comes_back_when_a_payout_in_process_fails()
    {
        await Scene.PayAsync("ORD1", units: 100, outcome: new Outcome(GatewayError.AskYourBank, InProcess: true));
        Assert.Equal(Amount.FromUnits(900), await Scene.BalanceAsync());

        Advance(Scene.Merchant.SettleAfter);

        Assert.Equal(Amount.FromUnits(1000), await Scene.BalanceAsync());
        Assert.Equal(Amount.FromUnits(1000), Assert.Single(await Scene.ClaimAsync()).Balance);
        await Scene.PayAsync("ORD2", units: 1);
        Assert.Equal(Amount.FromUnits(999), await Scene.BalanceAsync());
    }

    [StoreFact]
    public async Task Work_that_fails_fails_alone()
    {
        var failing = new List<Task>();
        var well = new List<Task>();
        for (var number = 0; number < 100; number++)
        {
            well.Add(Scene.PayAsync($"ORD{number}"));
            if (number % 10 == 5)
                failing.Add(Scene.DecideAsync(Scene.Epoch, Unwritable(number)));
        }

        await Task.WhenAll(well);
        foreach (var task in failing)
            await Assert.ThrowsAnyAsync<DbException>(() => task);
        Assert.Equal(100, (await Scene.PayoutsAsync()).Count);
        Assert.Equal(100, (await Scene.Store.CallbacksAsync()).Count);
        Assert.Equal(Amount.FromUnits(900), await Scene.BalanceAsync());
    }

    private PayoutRequest Unwritable(int number) => Scene.Request($"BAD{number}") with { AmountText = null! };

    [StoreFact]
    public async Task A_store_opened_again_has_everything()
    {
        var settled = await Scene.PayAsync("ORD1", units: 10);
        var inProcess = await Scene.PayAsync("ORD2", units: 20, outcome: new Outcome(GatewayError.AskYourBank, InProcess: true));
        var delivered = Assert.Single(await Scene.ClaimAsync());
        await Scene.RecordAsync(delivered, 200, CallbackState.Delivered);
        var callbacks = await Scene.Store.CallbacksAsync();
        var attempts = await Scene.Store.AttemptsAsync(settled.PaymentId);

        await ReopenAsync();

        Assert.Equal([settled, inProcess], await Scene.PayoutsAsync());
        Assert.Equal(callbacks, await Scene.Store.CallbacksAsync());
        Assert.Equal(attempts, await Scene.Store.AttemptsAsync(settled.PaymentId));
        Assert.Equal(Amount.FromUnits(970), await Scene.BalanceAsync());
        Assert.Equal(new Seed(9970), (await Scene.EnrolAsync()).Seed);
    }

    [StoreFact]
    public async Task The_schema_is_applied_once_and_recorded()
    {
        var names = new Statement("select name from schema_versions order by name");
        var first = await Scene.Store.ReadAsync(session => session.QueryAsync(names, row => row.GetString(0)), CancellationToken.None);

        await ReopenAsync();

        var second = await Scene.Store.ReadAsync(session => session.QueryAsync(names, row => row.GetString(0)), CancellationToken.None);
        Assert.Equal("schema/001-payouts.sql", first[0]);
        Assert.Equal(first, second);
    }
}
