using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>What a store promises about accounts that are closed and renewed, on top of what it promises as a queue.</summary>
public abstract class AccountContract : CallbackQueueContract
{
    private static readonly Statement s_rows = new(
        """
        select (select count(*) from payouts) + (select count(*) from callbacks) + (select count(*) from attempts) + (select count(*) from closed_accounts)
            + (select count(*) from rule_calls)
        """);

    [StoreFact]
    public async Task A_renewed_account_has_nothing_of_the_old_one()
    {
        await Scene.PayAsync("ORD1", units: 100);
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync()), 500, CallbackState.Pending, next: Scene.Now.AddMinutes(30));
        var old = Scene.Epoch;

        await Scene.RenewAsync();

        Assert.NotEqual(old, Scene.Epoch);
        Assert.Equal(Scene.Merchant.OpeningBalance, await Scene.BalanceAsync());
        Assert.Empty(await Scene.PayoutsAsync());
        Assert.Empty(await Scene.Store.Callbacks.FindAsync(new CallbackQuery(Scene.Epoch), CancellationToken.None));
        Assert.Null(await Scene.Store.States.BalanceAsync(old, Scene.Now, CancellationToken.None));
        Assert.Empty(await Scene.Store.Payouts.AllAsync(old, CancellationToken.None));
        Assert.Empty(await Scene.Store.Callbacks.FindAsync(new CallbackQuery(old), CancellationToken.None));
        Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Scene.ClaimAsync(queue: $"{old} shop.test:80"));
        Assert.Equal("ORD1", (await Scene.PayAsync("ORD1")).OrderId);
    }

    [StoreFact]
    public async Task What_was_claimed_before_writes_nothing_after()
    {
        var payout = await Scene.PayAsync("ORD1");
        var claimed = Assert.Single(await Scene.ClaimAsync());
        var (epoch, late) = (Scene.Epoch, Scene.Request("LATE"));

        await Scene.RenewAsync();

        var record = new AttemptRecord(
            claimed.Key,
            new Attempt { At = Scene.Now, Address = "shop.test:80", Status = 200, Duration = TimeSpan.Zero },
            CallbackState.Delivered,
            claimed.DueAt);
        Assert.False(await Scene.Store.Callbacks.RecordAsync(record));
        Assert.IsType<PayoutDecision.Overtaken>(await Scene.DecideAsync(epoch, late));
        Assert.Null(await Scene.ResendAsync(claimed.Key));
        Assert.False(await Scene.Store.States.SetBalanceAsync(claimed.Key.Epoch, Amount.FromUnits(1), Scene.Now));
        Assert.Null((await Scene.SettleAsync(claimed.Key.Epoch, payout.PaymentId, null)).Decision);
        Assert.Empty(await Scene.PayoutsAsync());
        Assert.Equal(Scene.Merchant.OpeningBalance, await Scene.BalanceAsync());
    }

    [StoreFact]
    public async Task Writes_at_once_with_a_reset_are_either_gone_with_the_old_account_or_refused()
    {
        for (var round = 0; round < 20; round++)
        {
            var paying = Enumerable.Range(0, 64).Select(number => Scene.DecideAsync($"ORD{number}")).ToList();
            await Scene.RenewAsync();
            var decisions = await Task.WhenAll(paying);

            Assert.All(decisions, decision => Assert.True(decision is PayoutDecision.Made or PayoutDecision.Overtaken));
            Assert.Empty(await Scene.PayoutsAsync());
            Assert.Equal(Scene.Merchant.OpeningBalance, await Scene.BalanceAsync());
        }
    }

    [StoreFact]
    public async Task What_a_closed_account_leaves_behind_is_swept_out()
    {
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(number => Scene.PayAsync($"ORD{number}", units: 0)));
        await Task.WhenAll((await Scene.ClaimAsync(limit: 700)).Select(due => Scene.RecordAsync(due, 500, CallbackState.Pending, next: Scene.Now.AddMinutes(30))));

        await Scene.Store.States.CountCallAsync(Scene.Epoch, put: 0, rule: 0);
        await Scene.RenewAsync();
        await ReopenAsync();
        await Scene.SweptAsync();

        Assert.Equal(0, (await Scene.Store.ReadAsync(session => session.QueryAsync(s_rows, row => row.GetInt64(0)), CancellationToken.None)).Single());
    }

    [StoreFact]
    public async Task A_closed_account_can_be_closed_and_renewed_no_more()
    {
        Assert.True(await Scene.Store.States.CloseAsync(Scene.Epoch));
        Assert.False(await Scene.Store.States.CloseAsync(Scene.Epoch));
        Assert.Null(await Scene.Store.States.RenewAsync(Scene.Epoch, Scene.Merchant, new Seed(1), ClockReading.Machine));

        var old = Scene.Epoch;
        Assert.NotEqual(old, (await Scene.EnrolAsync()).Epoch);
    }

    [StoreFact]
    public async Task A_clock_is_kept()
    {
        var stands = new ClockReading(TimeSpan.FromMinutes(-90), new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));
        await Scene.Store.States.KeepClockAsync(Scene.Epoch, stands);
        await ReopenAsync();
        Assert.Equal(stands, (await Scene.EnrolAsync()).Clock);

        await Scene.Store.States.KeepClockAsync(Scene.Epoch, new ClockReading(TimeSpan.FromDays(400)));
        Assert.Equal(new ClockReading(TimeSpan.FromDays(400)), (await Scene.EnrolAsync()).Clock);
    }

    [StoreFact]
    public async Task A_merchants_clock_ends_no_lease()
    {
        await Scene.PayAsync("ORD1");
        Assert.Single(await Scene.ClaimAsync());

        var claim = new CallbackClaim(Scene.Queue, 10, Scene.Now.AddDays(1), Scene.Now, StoreScene.Lease, AsksForNext: false);
        Assert.Empty((await Scene.Store.Callbacks.ClaimAsync(claim, CancellationToken.None)).Due);
    }

    [StoreFact]
    public async Task A_resend_gives_a_callback_its_whole_schedule_back()
    {
        var payout = await Scene.PayAsync("ORD1");
        var key = new CallbackKey(Scene.Epoch, payout.PaymentId, 1);
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync()), 500, CallbackState.Dead);
        Advance(TimeSpan.FromDays(1));

        Assert.Equal(Scene.Queue, await Scene.ResendAsync(key));

        var due = Assert.Single(await Scene.ClaimAsync());
        Assert.Equal((1, 0, Scene.Now), (due.AttemptsMade, due.Tries, due.DueAt));
        Assert.Null(await Scene.ResendAsync(key with { Number = 2 }));
    }

    [StoreTheory]
    [InlineData(null, 10001, 1000)]
    [InlineData(0, null, 900)]
    [InlineData(10009, 10009, 1000)]
    public async Task A_settled_payout_is_final_at_once_and_books_what_comes_back(int? given, int? code, long balance)
    {
        var payout = await Scene.PayAsync("ORD1", units: 100, outcome: new Outcome(GatewayError.AskYourBank, InProcess: true));
        Advance(TimeSpan.FromSeconds(1));

        var (decision, queues) = await Scene.SettleAsync(Scene.Epoch, payout.PaymentId, given);

        var settled = payout with { SettlesAt = Scene.Now, ErrorCode = code };
        Assert.Equal((settled, null), (decision!.Payout, decision.Conflict));
        Assert.Equal([Scene.Queue], queues);
        Assert.Equal([settled], await Scene.PayoutsAsync());
        Assert.Equal(Amount.FromUnits(balance), await Scene.BalanceAsync());
        Assert.Equal(Scene.Now, Assert.Single(await Scene.ClaimAsync()).DueAt);
        Assert.Equal(balance - 1, (await Scene.PayAsync("ORD2")).BalanceAfter.Minor / 100);
        Assert.Equal(SettleConflict.Final, (await Scene.SettleAsync(Scene.Epoch, payout.PaymentId, 0)).Decision!.Conflict);
    }

    [StoreFact]
    public async Task A_card_that_is_typed_on_a_page_is_taken_once()
    {
        var request = Scene.Request("ORD1") with { Method = PayoutMethod.ByPage, Recipient = null, TimeLimit = Scene.Now.AddHours(1), Page = new HostedPageOptions(null, Framed: false) };
        var waiting = Assert.IsType<PayoutDecision.Made>(await Scene.DecideAsync(Scene.Epoch, request)).Payout;

        var made = await Scene.TypeAsync(waiting.PaymentId);

        Assert.False(made!.Payout.Waits);
        Assert.Equal([made.Payout], await Scene.PayoutsAsync());
        Assert.Equal(1, Assert.Single(await Scene.ClaimAsync()).Key.Number);
        Assert.Null(await Scene.TypeAsync(waiting.PaymentId));
    }

    [StoreFact]
    public async Task A_held_callback_follows_that_of_the_next_payout()
    {
        Scene.Plan = GetPlan("out-of-order");
        var held = await Scene.PayAsync("HELD");
        Scene.Plan = CallbackPlan.Plain;
        Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(await Scene.ClaimAsync());

        await Scene.PayAsync("NEXT");

        Assert.Equal("NEXT", Assert.Single(await Scene.ClaimAsync()).Payout.OrderId);
        Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("HELD", Assert.Single(await Scene.ClaimAsync()).Payout.OrderId);
        await Scene.PayAsync("THIRD");
        Assert.Equal(held.SettlesAt.AddSeconds(11), (await Scene.Store.CallbackAsync(held.PaymentId)).DueAt);
    }

    [StoreFact]
    public async Task A_held_callback_that_none_follows_comes_by_itself()
    {
        Scene.Plan = GetPlan("out-of-order");
        await Scene.PayAsync("HELD");

        Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Scene.ClaimAsync());
        Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single(await Scene.ClaimAsync());
    }

    [StoreFact]
    public async Task A_lost_callback_is_known_and_never_due()
    {
        Scene.Plan = GetPlan("lost");
        var payout = await Scene.PayAsync("ORD1");

        Advance(TimeSpan.FromDays(30));

        Assert.Empty(await Scene.ClaimAsync());
        Assert.Empty(await Scene.Store.Callbacks.QueuesAsync(CancellationToken.None));
        Assert.Equal(CallbackState.Lost, (await Scene.Store.CallbackAsync(payout.PaymentId)).State);
    }

    [StoreFact]
    public async Task Payouts_and_callbacks_are_found_by_all_that_can_be_asked_for()
    {
        var first = await Scene.PayAsync("A", units: 1);
        var failing = await Scene.PayAsync("B", units: 2, outcome: new Outcome(GatewayError.AskYourBank, InProcess: true));
        var failed = await Scene.PayAsync("C", units: 3, outcome: new Outcome(GatewayError.AskYourBank, InProcess: false));
        var query = new PayoutQuery(Scene.Epoch, Scene.Now);

        Assert.Equal([first, failing, failed], await Scene.Store.Payouts.FindAsync(query, CancellationToken.None));
        Assert.Equal([failing], await Scene.Store.Payouts.FindAsync(query with { Status = PayoutStatus.Process }, CancellationToken.None));
        Assert.Equal([first], await Scene.Store.Payouts.FindAsync(query with { Status = PayoutStatus.Ok }, CancellationToken.None));
        Assert.Equal([failed], await Scene.Store.Payouts.FindAsync(query with { Status = PayoutStatus.Error }, CancellationToken.None));
        Assert.Equal([failing], await Scene.Store.Payouts.FindAsync(query with { OrderId = "B" }, CancellationToken.None));
        Assert.Equal([failing], await Scene.Store.Payouts.FindAsync(query with { After = first.PaymentId, Limit = 1 }, CancellationToken.None));
        Assert.Equal([failed], await Scene.Store.Payouts.FindAsync(query with { PaymentId = failed.PaymentId }, CancellationToken.None));
        Assert.Empty(await Scene.Store.Payouts.FindAsync(query with { OrderId = "' or 1=1 --" }, CancellationToken.None));

        await Scene.RecordAsync((await Scene.ClaimAsync(limit: 1)).Single(), 200, CallbackState.Delivered);
        var callbacks = new CallbackQuery(Scene.Epoch);
        Assert.Equal("A B C", await OrdersAsync(callbacks));
        Assert.Equal("A", await OrdersAsync(callbacks with { State = CallbackState.Delivered }));
        Assert.Equal("B C", await OrdersAsync(callbacks with { State = CallbackState.Pending }));
        Assert.Equal("B C", await OrdersAsync(callbacks with { After = (first.PaymentId, 1) }));
        Assert.Equal("A B C", await OrdersAsync(callbacks with { After = (first.PaymentId, 0) }));
        Assert.Equal("C", await OrdersAsync(callbacks with { PaymentId = failed.PaymentId, Number = 1 }));
        Assert.Equal("B", await OrdersAsync(callbacks with { OrderId = "B" }));
        Assert.Equal(1, await Scene.Store.Payouts.SettledAsync(Scene.Epoch, Scene.Now, Scene.Now.AddSeconds(5), CancellationToken.None));
        Assert.Equal(0, await Scene.Store.Payouts.SettledAsync(Scene.Epoch, Scene.Now, Scene.Now.AddSeconds(4), CancellationToken.None));
    }

    private static CallbackPlan GetPlan(string name) => new(CallbackPlanKind.Find(name)!);

    private async Task<string> OrdersAsync(CallbackQuery query) =>
        string.Join(' ', (await Scene.Store.Callbacks.FindAsync(query, CancellationToken.None)).Select(callback => callback.OrderId));
}
