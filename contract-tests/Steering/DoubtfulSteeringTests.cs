using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Clocks, settlements and resets that cross each other and the traffic.</summary>
public sealed class DoubtfulSteeringTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_nine = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private SteeredSandbox _sandbox = null!;
    private SteeredMerchant _merchant = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SteeredSandbox.StartAsync();
        _merchant = await _sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z", balance = 1_000_000, commission = 1 });
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Advances_that_are_asked_for_together_are_made_one_after_the_other()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Status(500));
        await _merchant.PayAsync("ORD1", inbox.Link());
        await _merchant.CatchUpAsync();

        var advances = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _merchant.AdvanceAsync("15m")));

        Assert.Equal(s_nine.AddHours(2), await _merchant.NowAsync());
        Assert.Equal(4, advances.Sum(told => (int)told["attempts"]!));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => s_nine.AddMinutes(i * 15)), advances.Select(told => (DateTimeOffset)told["now"]!).Order());
        var history = await _merchant.HistoryAsync((string)Assert.Single(await _merchant.CallbacksAsync())["id"]!);
        Assert.Equal([0, 30, 60, 90, 120], history.Select(attempt => ((DateTimeOffset)attempt!["at"]! - s_nine).TotalMinutes));
    }

    [Fact]
    public async Task Payouts_that_come_in_during_an_advance_are_called_back_and_lie_between_its_ends()
    {
        var failures = 0;
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Status(Interlocked.Increment(ref failures) % 3 == 0 ? 200 : 500));
        for (var i = 0; i < 10; i++)
            await _merchant.PayAsync($"BEFORE{i}", inbox.Link());

        var advancing = _merchant.AdvanceAsync("1d");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(PayAsync));
        var told = await advancing.WaitAsync(Patience.Limit);
        await _merchant.AdvanceAsync("1d");

        Assert.Equal(s_nine.AddDays(1), (DateTimeOffset)told["now"]!);
        var payouts = await _merchant.PayoutsAsync();
        Assert.Equal(50, payouts.Count);
        Assert.All(payouts, payout => Assert.InRange((DateTimeOffset)payout["createdAt"]!, s_nine, s_nine.AddDays(1)));
        Assert.Empty(await _merchant.CallbacksAsync("state=pending"));
        Assert.Equal(1_000_000 - (50 * 101), await _merchant.BalanceAsync());

        async Task PayAsync(int client)
        {
            for (var i = 0; i < 10; i++)
                await _merchant.PayAsync($"DURING{client}-{i}", inbox.Link());
        }
    }

    [Fact]
    public async Task An_advance_ends_though_payouts_never_cease()
    {
        // Each answer waits for the next callback, so that there is always one under way.
        var storm = new StormInbox(late: 1, every: 1);
        await using var inbox = await MerchantEndpoint.StartAsync(storm.Answer);
        await _merchant.LetClockGoOnAsync();
        using var over = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(PayAsync).ToList();
        await inbox.ComeAsync(20);

        var told = await _merchant.AdvanceAsync("1h").WaitAsync(Patience.Limit);
        await over.CancelAsync();
        await Task.WhenAll(clients);
        storm.End();

        Assert.InRange((DateTimeOffset)told["now"]!, s_nine.AddHours(1), s_nine.AddHours(1) + Patience.Limit);
        Assert.InRange((int)told["attempts"]!, 1, int.MaxValue);

        async Task PayAsync(int client)
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
                await _merchant.PayAsync($"ORD{client}-{i}", inbox.Link());
        }
    }

    [Fact]
    public async Task A_reset_during_an_advance_is_told_to_who_advances_and_the_clock_is_where_it_began()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Hang(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System)));
        var merchant = await _sandbox.MakeAsync(new { });
        await merchant.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);
        var advancing = _sandbox.Admin.SendAsync(HttpMethod.Post, merchant.Place("clock/advance"), """{ "by": "2h" }""");
        var patience = Patience.For("a clock that stands");
        while (patience.GoesOn() && !await StandsAsync())
        {
            // An advance that is under way lets the clock stand.
        }

        await merchant.ResetAsync();

        var (status, body) = await advancing.WaitAsync(Patience.Limit);
        Assert.Equal((409, "The merchant was emptied or removed meanwhile."), (status, (string)JsonNode.Parse(body)!["detail"]!));
        var clock = await _sandbox.Admin.GetAsync(merchant.Place("clock"));
        Assert.Equal((false, "0s"), ((bool)clock["frozen"]!, (string)clock["ahead"]!));

        async Task<bool> StandsAsync() => (bool)(await _sandbox.Admin.GetAsync(merchant.Place("clock")))["frozen"]!;
    }

    [Fact]
    public async Task An_advance_of_all_merchants_goes_on_where_one_of_them_is_removed()
    {
        await using var inbox = await MerchantEndpoint.StartAsync(callback => callback.Target == "/hangs"
            ? EndpointAnswers.Hang(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System))
            : EndpointAnswers.Status(500));
        var other = await _sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await _merchant.PayAsync("ORD1", inbox.Link("/hangs"));
        await other.PayAsync("ORD1", inbox.Link());
        var advancing = _sandbox.Admin.PostAsync("clock/advance", new { by = "2h" });
        await inbox.ComeAsync(6);

        Assert.Equal(204, (await _sandbox.Admin.SendAsync(HttpMethod.Delete, $"merchants/{_merchant.Id}")).Status);

        Assert.Equal(1, (int)(await advancing.WaitAsync(Patience.Limit))["deadLetters"]!);
        Assert.Equal(s_nine.AddHours(2), await other.NowAsync());
    }

    [Theory]
    [InlineData("process, then success", null, "ok", 100)]
    [InlineData("process, then success", "error 10001", "error", 0)]
    [InlineData("process, then error 10001", null, "error", 0)]
    [InlineData("process, then error 10001", "success", "ok", 100)]
    [InlineData("process, then error 10001", "error 10038", "error", 0)]
    public async Task A_payout_that_is_settled_by_hand_moves_money_and_callback_with_it(string outcome, string? by, string status, int spent)
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await _merchant.PutRulesAsync($$"""[{ "then": { "outcome": "{{outcome}}", "settleAfter": "1h" } }]""");
        var paid = await _merchant.PayAsync("ORD1", inbox.Link());
        var payment = long.Parse(paid["pg_payment_id"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1_000_000 - 101, await _merchant.BalanceAsync());

        var settled = await _merchant.SettleAsync(payment, by is null ? null : new { outcome = by });
        await _merchant.CatchUpAsync();

        Assert.Equal(status, (string)settled["status"]!);
        Assert.Equal(1_000_000 - (spent * 1.01m), await _merchant.BalanceAsync());
        var callback = Assert.Single(inbox.All);
        Assert.Equal((status, status == "ok" ? null : (by ?? outcome)[^5..]), (callback["pg_status"], callback.Fields["pg_error_code"]));
        var again = await _sandbox.Admin.SendAsync(HttpMethod.Post, _merchant.Place($"payouts/{payment}/settle"), """{ "outcome": "success" }""");
        Assert.Equal(409, again.Status);

        // Neither its hour nor another payout brings anything more.
        await _merchant.AdvanceAsync("2h");
        await _merchant.PutRulesAsync("[]");
        await _merchant.PayAsync("ORD2", inbox.Link());
        await _merchant.CatchUpAsync();
        Assert.Equal(1_000_000 - (spent * 1.01m) - 101, await _merchant.BalanceAsync());
        Assert.Single(inbox.For("ORD1"));
    }

    [Fact]
    public async Task A_payout_is_settled_once_however_many_want_it()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await _merchant.PutRulesAsync("""[{ "then": { "outcome": "process, then success", "settleAfter": "1h" } }]""");
        var paid = await _merchant.PayAsync("ORD1", inbox.Link());
        var place = _merchant.Place($"payouts/{paid["pg_payment_id"]}/settle");

        var settled = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _sandbox.Admin.SendAsync(
            HttpMethod.Post, place, i % 2 == 0 ? """{ "outcome": "success" }""" : """{ "outcome": "error 10001" }""")));
        await _merchant.AdvanceAsync("2h");

        Assert.Equal([200, 409, 409, 409, 409, 409, 409, 409], settled.Select(one => one.Status).Order());
        var failed = Assert.Single(inbox.All)["pg_status"] == "error";
        Assert.Equal(failed ? 1_000_000 : 1_000_000 - 101, await _merchant.BalanceAsync());
    }

    [Fact]
    public async Task Resets_that_are_asked_for_together_leave_one_empty_merchant()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await _merchant.PayAsync("ORD1", inbox.Link());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _merchant.ResetAsync()));

        Assert.Empty(await _merchant.PayoutsAsync());
        Assert.Equal("ok", (await _merchant.PayAsync("ORD1", inbox.Link())).Outcome);
        Assert.Equal(1_000_000 - 101, await _merchant.BalanceAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_and_forth_loses_no_callback_and_sends_none_twice()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await _merchant.PutRulesAsync("""[{ "then": { "outcome": "process, then success", "settleAfter": "1h" } }]""");
        await _merchant.PayAsync("ORD1", inbox.Link());

        await PutClockAsync("2026-01-14T00:00:00Z");
        Assert.Equal(0, (int)(await _merchant.AdvanceAsync("1d"))["attempts"]!);
        await PutClockAsync("2026-01-16T00:00:00Z");
        await inbox.ComeAsync(1);
        await _merchant.CatchUpAsync();
        await PutClockAsync("2026-01-15T09:00:00Z");
        await _merchant.AdvanceAsync("3h");

        Assert.Single(inbox.All);

        Task PutClockAsync(string now) => _sandbox.Admin.PutAsync(_merchant.Place("clock"), $$"""{ "now": "{{now}}", "frozen": false }""");
    }
}
