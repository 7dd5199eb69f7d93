using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>What a test does with a merchant, in a sandbox of its own process and in one elsewhere.</summary>
public sealed class SandboxMerchantTests
{
    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task A_lost_answer_is_followed_from_the_payout_to_the_callback(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500), EndpointAnswers.Ok);
        var merchant = await steered.Sandbox.CreateMerchantAsync(
            new SandboxRule { When = { First = 1 }, Then = { Fault = GatewayFaults.ResetAfterPayout } });

        await Assert.ThrowsAsync<HttpRequestException>(() => steered.PayAsync(merchant, link: endpoint.Link()));
        Assert.Equal("9991", await steered.PayAsync(merchant, link: endpoint.Link()));
        var failed = await merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Pending);
        Assert.InRange(failed.Attempts, 0, 1);

        var told = await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal((1, 0, null), (told.Delivered, told.Pending, told.NextDue));

        var callback = await merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered);
        Assert.Equal([500, 200], callback.History.Select(attempt => attempt.Status ?? 0));
        Assert.Equal(2, callback.Attempts);
        var payout = await merchant.Payouts.SingleAsync(order: "1234");
        Assert.Equal((payout.Id, endpoint.Link(), 100m, PayoutStatus.Ok), (callback.PaymentId, payout.PostLink, payout.Amount, payout.Status));
        var refused = Assert.Single(await merchant.Requests.FindAsync(outcome: Outcomes.Error(9991)));
        Assert.Equal("9991", (await merchant.Requests.GetAsync(refused.Id)).Outcome[^4..]);
        Assert.Equal(GatewayFaults.ResetAfterPayout, (await merchant.Requests.WaitForAsync(order: "1234")).Fault);
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task A_clock_is_shown_set_stopped_and_set_back(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        var moment = new DateTimeOffset(2027, 3, 4, 5, 6, 7, 89, TimeSpan.FromHours(6));
        await using var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Clock = moment.AddTicks(1) });
        Assert.Equal(moment, await merchant.Clock.NowAsync());

        await merchant.Clock.FreezeAtAsync(moment.AddDays(1).AddTicks(7));
        Assert.Equal(moment.AddDays(1), await merchant.Clock.NowAsync());
        Assert.Equal(moment.AddDays(1).AddMilliseconds(1), (await merchant.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1))).Now);

        await merchant.Clock.SetAsync(moment.AddDays(2));
        Assert.Equal(moment.AddDays(2), await merchant.Clock.NowAsync());
        await merchant.Clock.SetAsync(moment.AddDays(3), frozen: false);
        Assert.True(await merchant.Clock.NowAsync() >= moment.AddDays(3));

        await merchant.Clock.ResetAsync();
        Assert.Equal(moment, await merchant.Clock.NowAsync());
        await Assert.ThrowsAsync<SandboxException>(() => merchant.Clock.AdvanceAsync(TimeSpan.FromHours(-1)));
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task A_payout_in_process_is_settled_with_another_outcome(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        await using var merchant = await steered.Sandbox.CreateMerchantAsync(
            new MerchantSettings { Balance = 150.50m, SettleAfter = TimeSpan.FromDays(1) },
            new SandboxRule { Then = { Outcome = Outcomes.ProcessThenSuccess } });
        Assert.Equal("process", await steered.PayAsync(merchant));
        Assert.Equal(50.50m, await merchant.BalanceAsync());

        var payout = await merchant.Payouts.WaitForAsync(status: PayoutStatus.Process);
        var settled = await merchant.Payouts.SettleAsync(payout.Id, Outcomes.Error(10001));
        Assert.Equal((PayoutStatus.Error, 10001), (settled.Status, settled.ErrorCode));
        Assert.Equal(150.50m, await merchant.BalanceAsync());
        Assert.Single(await merchant.Payouts.WaitForAsync(1, order: "1234", status: PayoutStatus.Error));
        Assert.Empty(await merchant.Payouts.FindAsync(status: PayoutStatus.Process));
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task A_dead_letter_is_sent_again(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(404), EndpointAnswers.Ok);
        await using var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { CallbackSchedule = [TimeSpan.Zero] });
        await steered.PayAsync(merchant, link: endpoint.Link());

        var dead = await merchant.Callbacks.WaitForAsync(state: CallbackState.Dead);
        await merchant.Callbacks.ResendAsync(dead.Id);
        Assert.Single(await merchant.Callbacks.WaitForAsync(1, payout: dead.PaymentId, state: CallbackState.Delivered));
        Assert.Equal([404, 200], (await merchant.Callbacks.SingleAsync(order: "1234")).History.Select(attempt => attempt.Status ?? 0));
        Assert.Equal(CallbackState.Delivered, (await merchant.Callbacks.GetAsync(dead.Id)).State);
        Assert.Empty((await merchant.Callbacks.FindAsync())[0].History);
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task Calls_are_counted_and_waited_for(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        await using var merchant = await steered.Sandbox.CreateMerchantAsync();
        var three = merchant.Requests.WaitForAsync(3, operation: "p2p2nonreg", within: Patience.Limit);
        for (var order = 1; order <= 3; order++)
            await steered.PayAsync(merchant, $"{order}");

        Assert.Equal("1, 2, 3", string.Join(", ", (await three).Select(call => call.OrderId)));
        Assert.Equal(new RequestCount(3, Complete: true, Evicted: 0), await merchant.Requests.CountAsync(outcome: "ok"));
        Assert.Equal(3, (await steered.Sandbox.Requests.FindAsync()).Count);
        Assert.Equal(3, (await steered.Sandbox.Payouts.FindAsync()).Count);
        Assert.Equal(3, (await steered.Sandbox.Callbacks.FindAsync()).Count);
        Assert.Contains((await merchant.Requests.FindAsync(order: "2"))[0].Fields, field => field.Name == "pg_amount" && field.Value == "100");
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task A_merchant_is_changed_emptied_and_removed(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Id = 77, PayoutSecret = "first-secret" });
        Assert.Equal((77, "first-secret", "first-secret"), (merchant.Id, merchant.PayoutSecret, merchant.ReceiveSecret));

        await merchant.ChangeAsync(new MerchantSettings { PayoutSecret = "second-secret", Balance = 1000, DuplicateOrder = DuplicateOrder.Accept });
        Assert.Equal("ok", await steered.PayAsync(merchant));
        Assert.Equal("ok", await steered.PayAsync(merchant));
        Assert.Equal(800m, await merchant.BalanceAsync());

        await merchant.ResetAsync();
        Assert.Empty(await merchant.Payouts.FindAsync());
        Assert.Equal(1000m, await merchant.BalanceAsync());
        await merchant.DisposeAsync();
        Assert.Equal(404, (await Assert.ThrowsAsync<SandboxException>(() => merchant.BalanceAsync())).Status);
        await merchant.DisposeAsync();
        Assert.Equal("merchant 77", merchant.ToString());
    }

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task All_merchants_are_steered_at_once(Place place)
    {
        await using var steered = await SteeredSandbox.StartAsync(place);
        var (one, other) = (await steered.Sandbox.CreateMerchantAsync(), await steered.Sandbox.CreateMerchantAsync());
        await steered.PayAsync(one);
        await steered.PayAsync(other, card: PayoutCall.ProcessThenSuccess);

        var told = await steered.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal((1, 2), (told.Settled, told.DeadLetters));
        Assert.Equal(2, (await steered.Sandbox.Callbacks.WaitForAsync(2, state: CallbackState.Dead)).Count);
        await steered.Sandbox.ResetAsync();
        Assert.Empty(await steered.Sandbox.Payouts.FindAsync());
    }

    [Fact]
    public async Task Secrets_of_a_merchant_that_was_there_are_those_one_says()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        var first = await steered.Sandbox.GetMerchantAsync(9970);
        Assert.Equal("ok", await steered.PayAsync(first));
        Assert.Equal("sandbox-receive-secret", first.ReceiveSecret);

        var made = await steered.Sandbox.CreateMerchantAsync();
        Assert.NotEqual(made.PayoutSecret, made.ReceiveSecret, StringComparer.Ordinal);
        var found = await steered.Sandbox.GetMerchantAsync(made.Id);
        Assert.Contains("MerchantAsync", Assert.Throws<InvalidOperationException>(() => found.PayoutSecret).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => found.ReceiveSecret);
        Assert.Equal("ok", await steered.PayAsync(await steered.Sandbox.GetMerchantAsync(made.Id, made.PayoutSecret)));
        Assert.Equal(404, (await Assert.ThrowsAsync<SandboxException>(() => steered.Sandbox.GetMerchantAsync(4711))).Status);
    }

    [Fact]
    public async Task More_than_a_page_is_read_to_the_end()
    {
        await using var steered = await SteeredSandbox.StartAsync(Place.InThisProcess);
        await using var merchant = await steered.Sandbox.CreateMerchantAsync(
            new SandboxRule { Then = { Callback = CallbackPlans.Duplicates(100, TimeSpan.FromDays(1)) } });
        for (var order = 1; order <= 11; order++)
            await steered.PayAsync(merchant, $"{order}");

        var all = await merchant.Callbacks.FindAsync();
        Assert.Equal(1100, all.DistinctBy(callback => callback.Id, StringComparer.Ordinal).Count());
        Assert.Equal(1100, (await steered.Sandbox.Callbacks.FindAsync()).Count);
    }
}
