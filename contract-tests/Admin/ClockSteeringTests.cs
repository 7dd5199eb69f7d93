using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class ClockSteeringTests
{
    private static readonly TimeSpan s_twoHours = TimeSpan.FromHours(2);

    [Fact]
    [Proves("N-4", "N-7")]
    public async Task Two_hours_of_retries_are_over_in_the_time_the_merchant_takes_to_answer()
    {
        var failing = EndpointAnswers.Status(500);
        await using var merchant = await MerchantEndpoint.StartAsync(failing, failing, failing, failing, EndpointAnswers.Ok);
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.AdvanceAsync(TimeSpan.Zero);
        var start = sandbox.Clock().Now;

        // The injected time stands still, and a wait for anything but the merchant would never end.
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());
        var told = await sandbox.AdvanceAsync(s_twoHours).WaitAsync(Patience.Limit);

        Assert.Equal(new ClockAdvance(start + s_twoHours, Settled: 0, told!.Attempts, Delivered: 1, DeadLetters: 0, Pending: 0, NextDue: null), told);
        Assert.InRange(told.Attempts, 4, 5);
        var attempts = await sandbox.Store.AttemptsAsync(payment);
        Assert.Equal([0, 30, 60, 90, 120], attempts.Select(attempt => (attempt.At - start).TotalMinutes));
        Assert.Equal([500, 500, 500, 500, 200], attempts.Select(attempt => attempt.Status!.Value));
        var callbacks = new List<ReceivedCallback>();
        foreach (var attempt in attempts)
        {
            callbacks.Add(await merchant.NextAsync());
            Assert.Equal(attempt.Sent, callbacks[^1].Body);
        }

        Assert.Equal(5, callbacks.Select(callback => callback[Fields.Salt]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(callbacks, callback => Assert.Equal(
            IndependentDigest.Compute("post", callback.Fields, "sandbox-payout-secret"), callback[Fields.Signature]));
        Assert.True(merchant.IsQuiet);
    }

    [Fact]
    public async Task What_is_due_a_moment_later_is_left_and_told()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync();
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());
        await sandbox.RecordedAsync();

        var told = await sandbox.AdvanceAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));

        var due = sandbox.Time.GetUtcNow().AddMinutes(30);
        Assert.Equal(new ClockAdvance(due.AddMilliseconds(-1), 0, 0, 0, 0, Pending: 1, due), told);
        Assert.Equal(1, (await sandbox.AdvanceAsync(TimeSpan.FromMilliseconds(1)))!.Attempts);
        Assert.Equal(2, (await sandbox.Store.AttemptsAsync(payment)).Count);
    }

    [Fact]
    [Proves("N-7")]
    public async Task A_day_leaves_a_dead_letter_and_nothing_pending()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync();
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        var told = await sandbox.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal((1, 0, null), (told!.DeadLetters, told.Pending, told.NextDue));
        Assert.Equal(CallbackState.Dead, (await sandbox.Store.CallbackAsync(payment)).State);
        Assert.Equal(5, (await sandbox.Store.AttemptsAsync(payment)).Count);
    }

    [Fact]
    [Proves("C-3", "N-9")]
    public async Task A_payout_in_process_settles_on_the_merchants_clock()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Card = "5507841999732294" });

        Assert.Equal((0, 0, 1), await sandbox.AdvanceAsync(TimeSpan.FromSeconds(4)) is { } early ? (early.Settled, early.Attempts, early.Pending) : default);
        Assert.Equal((1, 1, 0), await sandbox.AdvanceAsync(TimeSpan.FromSeconds(1)) is { } told ? (told.Settled, told.Delivered, told.Pending) : default);
    }

    [Fact]
    public async Task One_merchants_clock_moves_no_others()
    {
        var other = CallbackSandbox.Merchant with { Id = 9971 };
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant, other);
        await sandbox.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Merchant = other });
        await sandbox.RecordedAsync();

        Assert.Equal(0, (await sandbox.AdvanceAsync(s_twoHours))!.Attempts);

        Assert.Equal(sandbox.Time.GetUtcNow(), sandbox.Clock(other.Id).Now);
        Assert.Equal(sandbox.Time.GetUtcNow() + s_twoHours, sandbox.Clock().Now);
        Assert.Equal(4, (await sandbox.AdvanceAsync(s_twoHours, other.Id))!.Attempts);
    }

    [Fact]
    public async Task Nothing_goes_out_by_itself_while_a_clock_stands()
    {
        var frozen = CallbackSandbox.Merchant with { ClockStandsAt = new DateTimeOffset(2030, 5, 6, 7, 8, 9, TimeSpan.Zero) };
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync(frozen, CallbackSandbox.Merchant with { Id = 9971 });
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        sandbox.Time.Advance(TimeSpan.FromDays(1));
        await sandbox.PayAsync(new PayoutCall("AFTER", merchant.Link()) { Merchant = CallbackSandbox.Merchant with { Id = 9971 } });
        await sandbox.RecordedAsync();

        Assert.Equal(frozen.ClockStandsAt, sandbox.Clock().Now);
        Assert.Empty(await sandbox.Store.AttemptsAsync(payment));
        Assert.Equal(5, (await sandbox.AdvanceAsync(s_twoHours))!.Attempts);
        Assert.Equal(frozen.ClockStandsAt, (await sandbox.Store.AttemptsAsync(payment))[0].At);
        Assert.Equal(frozen.ClockStandsAt + s_twoHours, sandbox.Clock().Now);
    }

    [Fact]
    public async Task A_clock_goes_on_from_where_it_was_moved_to_also_after_a_restart()
    {
        using var store = new Sandboxes.TemporaryStore();
        var time = new Time.ManualTime();
        await using (var sandbox = await CallbackSandbox.StartAsync(store.With(CallbackSandbox.Merchant), time))
            await sandbox.AdvanceAsync(s_twoHours);

        time.Advance(TimeSpan.FromMinutes(1));

        await using var restarted = await CallbackSandbox.StartAsync(store.With(CallbackSandbox.Merchant), time);
        Assert.Equal(time.GetUtcNow() + s_twoHours, restarted.Clock().Now);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_clock_where_it_had_got_to_and_running()
    {
        using var caller = new CancellationTokenSource();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var merchant = await MerchantEndpoint.StartAsync(
            EndpointAnswers.Status(500), async context => await released.Task.WaitAsync(context.RequestAborted));
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync("ORD1", merchant.Link());
        await merchant.NextAsync();
        await sandbox.RecordedAsync();

        var advancing = sandbox.AdvanceAsync(s_twoHours, cancellation: caller.Token);
        await merchant.NextAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => advancing);

        Assert.Equal(new ClockReading(TimeSpan.FromMinutes(30)), sandbox.Clock().Reading);
        released.SetResult();
    }

    [Fact]
    public async Task Resetting_a_merchant_ends_its_advance()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var merchant = await MerchantEndpoint.StartAsync(async context => await released.Task.WaitAsync(context.RequestAborted));
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync("ORD1", merchant.Link());
        var advancing = sandbox.AdvanceAsync(s_twoHours);
        await merchant.NextAsync();

        await sandbox.ResetAsync();

        Assert.Null(await advancing.WaitAsync(Patience.Limit));
        Assert.Equal(sandbox.Time.GetUtcNow(), sandbox.Clock().Now);
    }
}
