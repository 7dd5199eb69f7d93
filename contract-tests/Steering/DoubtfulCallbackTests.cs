using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Callbacks that go wrong on purpose, in circumstances that nobody plans for.</summary>
public sealed class DoubtfulCallbackTests
{
    [Fact]
    public async Task A_stale_callback_is_the_first_one_byte_for_byte_though_the_balance_has_moved()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.PutRulesAsync("""[{ "when": { "orderId": "stale" }, "then": { "callback": "stale-salt" } }]""");
        await merchant.PayAsync("stale", inbox.Link());
        await merchant.CatchUpAsync();
        await merchant.PayAsync("another", inbox.Link());

        await merchant.AdvanceAsync("1s");

        var stale = inbox.For("stale");
        Assert.Equal(2, stale.Count);
        Assert.Equal(stale[0].Body, stale[1].Body);
    }

    [Fact]
    public async Task A_repeated_failure_under_a_stale_salt_stays_the_same_bytes_too()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Status(500));
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z", callbackSchedule = "0s,10s" });
        await merchant.PutRulesAsync("""[{ "when": { "orderId": "stale" }, "then": { "callback": "stale-salt" } }]""");
        await merchant.PayAsync("stale", inbox.Link());
        await merchant.CatchUpAsync();
        await merchant.PayAsync("another", inbox.Link());

        await merchant.AdvanceAsync("1m");

        // The true one twice, freshly salted, and the first of it twice more.
        var bodies = inbox.For("stale").Select(callback => callback.Body).CountBy(body => body, StringComparer.Ordinal).Select(one => one.Value).Order();
        Assert.Equal([1, 3], bodies);
    }

    [Fact]
    public async Task Out_of_order_with_one_payout_alone_comes_when_the_hold_ends()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.PutRulesAsync("""[{ "then": { "callback": { "name": "out-of-order", "hold": "2m" } } }]""");
        await merchant.PayAsync("alone", inbox.Link());

        Assert.Equal(0, (int)(await merchant.AdvanceAsync("119s"))["attempts"]!);
        Assert.Equal(1, (int)(await merchant.AdvanceAsync("1s"))["delivered"]!);
    }

    [Fact]
    public async Task A_row_of_payouts_that_all_wait_for_the_next_one_ends_with_all_delivered()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.PutRulesAsync("""[{ "then": { "callback": "out-of-order" } }]""");
        for (var number = 1; number <= 4; number++)
            await merchant.PayAsync($"ORD{number}", inbox.Link());

        await merchant.AdvanceAsync("1h");

        Assert.Equal(["ORD1", "ORD2", "ORD3", "ORD4"], inbox.All.Select(callback => callback["pg_order_id"]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_merchant_that_answers_a_callback_only_after_its_own_call_gets_its_answer_when_the_attempt_times_out()
    {
        var time = new ManualTime();
        var watched = new WatchedTime(time);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(answered.Task));
        await using var sandbox = await SteeredSandbox.StartAsync(watched);
        var merchant = await sandbox.MakeAsync(new { callbackTimeout = "17s" });
        await merchant.PutRulesAsync("""[{ "then": { "callback": "before-answer" } }]""");

        var paying = merchant.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);
        await watched.WhenWaitedForAsync(TimeSpan.FromSeconds(17));
        Assert.False(paying.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(17));

        Assert.Equal("ok", (await paying.WaitAsync(Patience.Limit)).Outcome);
        answered.SetResult();
        var callback = Assert.Single(await merchant.CallbacksAsync("order=ORD1"));
        Assert.Equal(("pending", 1), ((string)callback["state"]!, (int)callback["attempts"]!));
        Assert.Equal(1, (int)(await merchant.AdvanceAsync("30m"))["delivered"]!);
    }

    [Fact]
    public async Task A_reset_while_an_answer_waits_for_its_callback_lets_the_call_end()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System)));
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { });
        await merchant.PutRulesAsync("""[{ "then": { "callback": "before-answer" } }]""");
        var paying = merchant.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);

        await merchant.ResetAsync();

        Assert.Equal(200, (await paying.WaitAsync(Patience.Limit)).Status);
        Assert.Empty(await merchant.PayoutsAsync());
        Assert.Empty(await merchant.RequestsAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_while_an_answer_waits_for_its_callback_does_not_keep_it_for_ever()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(released.Task, EndpointAnswers.Status(500)));
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.LetClockGoOnAsync();
        await merchant.PutRulesAsync("""[{ "then": { "callback": "before-answer" } }]""");
        var paying = merchant.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);

        await sandbox.Admin.PutAsync(merchant.Place("clock"), """{ "now": "2026-01-14T09:00:00Z" }""");
        released.SetResult();

        Assert.Equal("ok", (await paying.WaitAsync(Patience.Limit)).Outcome);
    }

    [Theory]
    [InlineData("delivered", "[]", 200)]
    [InlineData("dead", "[]", 500)]
    [InlineData("lost", """[{ "then": { "callback": "lost" } }]""", 200)]
    [InlineData("rejected", """[{ "then": { "callback": "tampered-amount" } }]""", 400)]
    public async Task What_is_done_with_can_be_sent_again_with_the_whole_schedule_before_it(string state, string rules, int status)
    {
        var answer = EndpointAnswers.Status(status);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => answer);
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z", callbackSchedule = "0s,1m" });
        await merchant.PutRulesAsync(rules);
        await merchant.PayAsync("ORD1", inbox.Link());
        await merchant.AdvanceAsync("1h");
        var before = Assert.Single(await merchant.CallbacksAsync($"state={state}"));
        var (id, attempts) = ((string)before["id"]!, (int)before["attempts"]!);
        var balance = await merchant.BalanceAsync();

        answer = EndpointAnswers.Status(500);
        Assert.Equal("pending", (string)(await merchant.ResendAsync(id))["state"]!);
        await merchant.AdvanceAsync("1h");
        var failed = await OneAsync();
        answer = EndpointAnswers.Ok;
        await merchant.ResendAsync(id);
        await merchant.CatchUpAsync();
        var delivered = await OneAsync();

        // A forged one is tried once, the others as often as the schedule says.
        var tries = state == "rejected" ? 1 : 2;
        Assert.Equal((state == "rejected" ? state : "dead", attempts + tries), failed);
        Assert.Equal(("delivered", attempts + tries + 1), delivered);
        Assert.Equal(balance, await merchant.BalanceAsync());

        async Task<(string State, int Attempts)> OneAsync()
        {
            var one = (await merchant.CallbacksAsync()).Single(callback => (string)callback["id"]! == id);
            return ((string)one["state"]!, (int)one["attempts"]!);
        }
    }

    [Fact]
    public async Task Sending_again_does_not_wait_for_an_attempt_that_hangs()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var failing = EndpointAnswers.Hang(released.Task, EndpointAnswers.Status(500));
        var attempts = 0;
        await using var inbox = await MerchantEndpoint.StartAsync(_ => Interlocked.Increment(ref attempts) == 1 ? failing : EndpointAnswers.Ok);
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.LetClockGoOnAsync();
        var paid = await merchant.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);

        await merchant.ResendAsync($"{paid["pg_payment_id"]}-1");
        Assert.Single(await merchant.CallbacksAsync("state=delivered&wait=30s"));
        released.SetResult();

        // What failed at last takes nothing back.
        await AttemptsAsync(2);
        Assert.Equal("delivered", (string)Assert.Single(await merchant.CallbacksAsync())["state"]!);
        await merchant.AdvanceAsync("3h");
        Assert.Equal(2, inbox.All.Count);
        Assert.Equal(2, inbox.All.Select(callback => callback["pg_salt"]).Distinct(StringComparer.Ordinal).Count());

        async Task AttemptsAsync(int count)
        {
            var patience = Patience.For($"attempt {count}");
            while (patience.GoesOn() && (int)Assert.Single(await merchant.CallbacksAsync())["attempts"]! < count)
            {
                // The attempt that was let go is recorded any moment.
            }
        }
    }

    [Fact]
    public async Task A_clock_that_is_set_back_before_the_callback_is_sent_lets_the_answer_go()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(released.Task));
        await using var sandbox = await SteeredSandbox.StartAsync(settings: new SandboxSettings { CallbackConcurrency = new CallbackConcurrency(1) });
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.LetClockGoOnAsync();
        await merchant.PutRulesAsync("""[{ "when": { "orderId": "first" }, "then": { "callback": "before-answer" } }]""");
        await merchant.PayAsync("hangs", inbox.Link());
        await inbox.ComeAsync(1);
        var paying = merchant.PayAsync("first", inbox.Link());
        Assert.Single(await merchant.PayoutsAsync("order=first&wait=30s"));

        await sandbox.Admin.PutAsync(merchant.Place("clock"), """{ "now": "2026-01-14T09:00:00Z" }""");

        Assert.Equal("ok", (await paying.WaitAsync(Patience.Limit)).Outcome);
        released.SetResult();
        await merchant.AdvanceAsync("25h");
        Assert.Single(inbox.For("first"));
    }
}
