using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>What a store promises as the queue of callbacks, on top of what it promises about payouts.</summary>
public abstract class CallbackQueueContract : StoreContract
{
    [StoreFact]
    public async Task What_is_leased_is_not_claimed_again_before_the_lease_ends()
    {
        await Scene.PayAsync("ORD1");
        var claimed = Assert.Single(await Scene.ClaimAsync());

        Advance(StoreScene.Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Scene.ClaimAsync());
        Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(claimed.Key, Assert.Single(await Scene.ClaimAsync()).Key);
    }

    [StoreFact]
    public async Task What_is_released_can_be_claimed_at_once_and_counts_no_attempt()
    {
        await Scene.PayAsync("ORD1");
        var claimed = Assert.Single(await Scene.ClaimAsync());

        await Scene.Store.Callbacks.ReleaseAsync(claimed.Key);

        Assert.Equal(claimed with { ClaimsBefore = 1 }, Assert.Single(await Scene.ClaimAsync()));
    }

    [StoreFact]
    public async Task Many_claimers_never_get_the_same_callback()
    {
        for (var number = 0; number < 200; number++)
            await Scene.PayAsync($"ORD{number}");
        var claimed = new ConcurrentBag<CallbackKey>();

        await Parallel.ForAsync(0, 8, async (claimer, _) =>
        {
            var patience = Patience.For("an empty queue");
            while (await Scene.ClaimAsync(limit: 1 + claimer) is { Count: > 0 } due && patience.GoesOn())
            {
                foreach (var callback in due)
                    claimed.Add(callback.Key);
            }
        });

        Assert.Equal(200, claimed.Count);
        Assert.Equal(200, claimed.Distinct().Count());
    }

    [StoreFact]
    public async Task A_claim_takes_the_longest_due_first_and_no_more_than_it_asked_for()
    {
        for (var number = 1; number <= 5; number++)
        {
            await Scene.PayAsync($"ORD{number}");
            Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal("ORD1 ORD2 ORD3", await ClaimedOrdersAsync(limit: 3));
        Assert.Equal("ORD4 ORD5", await ClaimedOrdersAsync(limit: 3));
    }

    [StoreFact]
    public async Task What_is_not_yet_due_is_not_claimed()
    {
        await Scene.PayAsync("ORD1", outcome: new Outcome(null, InProcess: true));

        Advance(Scene.Merchant.SettleAfter - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Scene.ClaimAsync());
        Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single(await Scene.ClaimAsync());
    }

    [StoreFact]
    public async Task A_claim_is_for_one_queue()
    {
        await Scene.PayAsync("ORD1");
        await Scene.PayAsync("ORD2", link: "http://other.test/post");

        Assert.Equal("ORD2", Assert.Single(await Scene.ClaimAsync(queue: Scene.QueueTo("other.test:80"))).Payout.OrderId);
        Assert.Equal("ORD1", Assert.Single(await Scene.ClaimAsync()).Payout.OrderId);
        Assert.Empty(await Scene.ClaimAsync(queue: $"{Scene.Epoch + 1} shop.test:80"));
    }

    [StoreFact]
    public async Task Queues_are_those_that_owe_anything_each_with_its_earliest()
    {
        Assert.Empty(await Scene.Store.Callbacks.QueuesAsync(CancellationToken.None));
        var start = Scene.Now;
        await Scene.PayAsync("ORD1");
        Advance(TimeSpan.FromSeconds(1));
        await Scene.PayAsync("ORD2");
        await Scene.PayAsync("ORD3", link: "http://other.test/post", outcome: new Outcome(null, InProcess: true));
        await Scene.PayAsync("ORD4", link: "http://done.test/post");
        await Scene.PayAsync("ORD5", link: "http://dead.test/post");
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync(queue: Scene.QueueTo("done.test:80"))), 200, CallbackState.Delivered);
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync(queue: Scene.QueueTo("dead.test:80"))), 500, CallbackState.Dead);

        Assert.Equal(
            [new QueueDue(Scene.QueueTo("other.test:80"), start.AddSeconds(6)), new QueueDue(Scene.Queue, start)],
            (await Scene.Store.Callbacks.QueuesAsync(CancellationToken.None)).OrderBy(queue => queue.Queue, StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task Queues_of_one_account_are_its_own()
    {
        await Scene.PayAsync("ORD1");

        Assert.Equal([new QueueDue(Scene.Queue, Scene.Now)], await Scene.Store.Callbacks.QueuesAsync(Scene.Epoch, CancellationToken.None));
        Assert.Empty(await Scene.Store.Callbacks.QueuesAsync(Scene.Epoch + 1, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_claim_that_takes_all_that_is_due_tells_what_comes_next()
    {
        var start = Scene.Now;
        var inProcess = new Outcome(null, InProcess: true);
        await Scene.PayAsync("LATER", outcome: inProcess);
        Advance(TimeSpan.FromSeconds(1));
        await Scene.PayAsync("LATER-STILL", outcome: inProcess);
        await Scene.PayAsync("NOW");

        var claimed = await Scene.ClaimAndAskAsync();

        Assert.Equal("NOW", Assert.Single(claimed.Due).Payout.OrderId);
        Assert.Equal((start.AddSeconds(5), Scene.Now + StoreScene.Lease), (claimed.NextDue, claimed.NextFree));
    }

    [StoreFact]
    public async Task A_claim_that_leaves_something_due_tells_nothing_of_later()
    {
        await Scene.PayAsync("ORD1");
        await Scene.PayAsync("ORD2");

        Assert.Equal((null, null), await Scene.ClaimAndAskAsync(limit: 1) is var claimed ? (claimed.NextDue, claimed.NextFree) : default);
    }

    [StoreFact]
    public async Task An_empty_queue_has_nothing_next() =>
        Assert.Equal((0, null, null), await Scene.ClaimAndAskAsync() is var claimed ? (claimed.Due.Count, claimed.NextDue, claimed.NextFree) : default);

    [StoreFact]
    [Proves("N-7")]
    public async Task A_failed_attempt_is_kept_and_the_callback_is_due_again_at_its_time()
    {
        var payout = await Scene.PayAsync("ORD1");
        var due = Assert.Single(await Scene.ClaimAsync());

        await Scene.RecordAsync(due, 500, CallbackState.Pending, next: Scene.Now.AddMinutes(30));

        Assert.Equal([500], (await Scene.Store.AttemptsAsync(payout.PaymentId)).Select(attempt => attempt.Status!.Value));
        Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Scene.ClaimAsync());
        Advance(TimeSpan.FromMilliseconds(1));
        var again = Assert.Single(await Scene.ClaimAsync());
        Assert.Equal((1, due.DueAt.AddMinutes(30)), (again.AttemptsMade, again.DueAt));
    }

    [StoreFact]
    public async Task A_failure_recorded_late_does_not_bring_a_dead_letter_back_but_a_delivery_does()
    {
        var payout = await Scene.PayAsync("ORD1");
        var due = Assert.Single(await Scene.ClaimAsync());
        await Scene.RecordAsync(due, 500, CallbackState.Dead);

        await Scene.RecordAsync(due, 500, CallbackState.Pending);
        Assert.Empty(await Scene.Store.Callbacks.QueuesAsync(CancellationToken.None));
        await Scene.RecordAsync(due, 200, CallbackState.Delivered);

        Assert.Equal([500, 500, 200], (await Scene.Store.AttemptsAsync(payout.PaymentId)).Select(attempt => attempt.Status!.Value));
        Assert.Equal(CallbackState.Delivered, (await Scene.Store.CallbackAsync(payout.PaymentId)).State);
    }

    [StoreTheory]
    [InlineData(CallbackState.Delivered)]
    [InlineData(CallbackState.Dead)]
    public async Task What_is_done_with_is_never_claimed_again(object state)
    {
        await Scene.PayAsync("ORD1");
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync()), 200, (CallbackState)state);

        Advance(TimeSpan.FromDays(30));

        Assert.Empty(await Scene.ClaimAsync());
        Assert.Empty(await Scene.Store.Callbacks.QueuesAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task Attempts_of_two_who_held_the_lease_one_after_the_other_are_all_kept()
    {
        var payout = await Scene.PayAsync("ORD1");
        var first = Assert.Single(await Scene.ClaimAsync());
        Advance(StoreScene.Lease);
        var second = Assert.Single(await Scene.ClaimAsync());

        await Scene.RecordAsync(second, 200, CallbackState.Delivered);
        await Scene.RecordAsync(first, 500, CallbackState.Pending, next: Scene.Now.AddMinutes(30));

        Assert.Equal([200, 500], (await Scene.Store.AttemptsAsync(payout.PaymentId)).Select(attempt => attempt.Status!.Value));
        Assert.Equal(
            (CallbackState.Delivered, 2),
            await Scene.Store.CallbackAsync(payout.PaymentId) is var callback ? (callback.State, callback.Attempts) : default);
        Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Scene.ClaimAsync());
    }

    [StoreFact]
    public async Task A_late_success_delivers_what_another_found_undeliverable()
    {
        var payout = await Scene.PayAsync("ORD1");
        var first = Assert.Single(await Scene.ClaimAsync());
        Advance(StoreScene.Lease);
        await Scene.RecordAsync(Assert.Single(await Scene.ClaimAsync()), 500, CallbackState.Pending, next: Scene.Now.AddMinutes(30));

        await Scene.RecordAsync(first, 200, CallbackState.Delivered);

        Assert.Equal(CallbackState.Delivered, (await Scene.Store.CallbackAsync(payout.PaymentId)).State);
    }

    [StoreFact]
    public async Task Every_column_of_an_attempt_comes_back_as_it_was()
    {
        var payout = await Scene.PayAsync("ORD1");
        var due = Assert.Single(await Scene.ClaimAsync());
        var attempt = new Attempt
        {
            At = Scene.Now,
            Address = "[::1]:80",
            Sent = "pg_order_id=%D1%8F&pg_salt=%27",
            Fault = AttemptFault.TlsFailed,
            FaultText = "Сертификат ' \" ; -- \uFFFD",
            Duration = TimeSpan.FromMilliseconds(1234),
            Answer = new string('я', 2048),
            AnswerSignature = AnswerSignature.Wrong,
        };

        await Scene.Store.Callbacks.RecordAsync(new AttemptRecord(due.Key, attempt, CallbackState.Pending, due.DueAt));

        Assert.Equal(attempt, Assert.Single(await Scene.Store.AttemptsAsync(payout.PaymentId)));
    }

    private async Task<string> ClaimedOrdersAsync(int limit) =>
        string.Join(' ', (await Scene.ClaimAsync(limit)).Select(due => due.Payout.OrderId));
}
