using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Testing;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>A wait for what cannot come ends at once and says why. From newcomers whose tests waited the whole timeout.</summary>
public sealed class WaitingTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Place.InThisProcess)]
    [InlineData(Place.Elsewhere)]
    public async Task Waiting_for_a_dead_lettered_callback_ends_at_once(Place place)
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var steered = await Testing.SteeredSandbox.StartAsync(place);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Clock = s_start, CallbackSchedule = [TimeSpan.Zero] });
        await steered.PayAsync(merchant, link: endpoint.Link());
        await merchant.Clock.AdvanceAsync(TimeSpan.Zero);

        var reason = await ReasonAsync(merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromHours(1)));

        Assert.Contains("is a dead letter after 1 attempt", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_callback_that_is_due_later_by_a_frozen_clock_ends_at_once()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await using var steered = await Testing.SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Clock = s_start });
        await steered.PayAsync(merchant, card: PayoutCall.ProcessThenSuccess, link: endpoint.Link());

        var reason = await ReasonAsync(merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromHours(1)));
        var payout = await ReasonAsync(merchant.Payouts.WaitForAsync(order: "1234", status: PayoutStatus.Ok, within: TimeSpan.FromHours(1)));

        Assert.Contains("is due at 2026-01-15T09:00:05+00:00, and the merchant's clock is frozen at 2026-01-15T09:00:00+00:00: advance it", reason, StringComparison.Ordinal);
        Assert.Contains("is in process until 2026-01-15T09:00:05+00:00, and the merchant's clock is frozen at 2026-01-15T09:00:00+00:00: advance it, or settle the payout", payout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_callback_that_is_due_by_a_frozen_clock_ends_at_once()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await using var steered = await Testing.SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { Clock = s_start });
        await steered.PayAsync(merchant, link: endpoint.Link());

        var reason = await ReasonAsync(merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromHours(1)));

        Assert.Contains("is due, and the merchant's clock is frozen at 2026-01-15T09:00:00+00:00: advance it, by 0s at least", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_the_callback_of_a_failed_payout_that_sends_none_ends_at_once()
    {
        await using var steered = await Testing.SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(new MerchantSettings { FailedCallbacks = FailedCallbacks.Skip });
        await steered.PayAsync(merchant, card: PayoutCall.Failure);

        var reason = await ReasonAsync(merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromHours(1)));

        Assert.Contains("failed with 10001, and failedCallbacks is skip", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_callback_that_a_rule_lost_ends_at_once()
    {
        await using var steered = await Testing.SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync(
            new MerchantSettings(), new SandboxRule { Then = { Callback = CallbackPlans.Lost } });
        await steered.PayAsync(merchant);

        var reason = await ReasonAsync(merchant.Callbacks.WaitForAsync(order: "1234", state: CallbackState.Delivered, within: TimeSpan.FromHours(1)));

        Assert.Contains("was lost by a rule", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_payout_that_ended_otherwise_ends_at_once()
    {
        await using var steered = await Testing.SteeredSandbox.StartAsync(Place.InThisProcess);
        var merchant = await steered.Sandbox.CreateMerchantAsync();
        await steered.PayAsync(merchant, card: PayoutCall.Failure);

        var reason = await ReasonAsync(merchant.Payouts.WaitForAsync(order: "1234", status: PayoutStatus.Ok, within: TimeSpan.FromHours(1)));

        Assert.Contains("is final with error 10001", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_the_callback_of_a_payout_without_a_post_link_ends_at_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(FamilyCall.OlderToIban());

        var waiting = sandbox.GetAsync("/callbacks?order=1234&state=delivered&wait=60s");
        var told = (await waiting.WaitAsync(Patience.Limit)).Is(200);

        Assert.Empty(told.List("callbacks"));
        Assert.Contains("gave no pg_post_link", told.Said("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_goes_on_while_the_callback_can_still_come()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        var waiting = sandbox.GetAsync("/callbacks?order=1&state=delivered&wait=60s");
        await sandbox.PayAsync("1", AdminCall.InProcess, link: endpoint.Link());
        Assert.False(waiting.IsCompleted);

        await sandbox.PostAsync("/clock/advance", """{"by": "5s"}""");

        var told = (await waiting.WaitAsync(Patience.Limit)).Is(200);
        Assert.Equal(["1"], told.Each("callbacks", "orderId"));
        Assert.DoesNotContain("reason", told.Text, StringComparison.Ordinal);
    }

    // From a test that made every payout out of order, and saw them come in order, a minute late.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Callbacks_that_are_all_out_of_order_come_out_of_order(int payouts)
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await Steering.SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });
        await merchant.PutRulesAsync("""[{ "then": { "callback": "out-of-order" } }]""");
        for (var number = 1; number <= payouts; number++)
            await merchant.PayAsync($"ORD{number}", inbox.Link());

        await merchant.AdvanceAsync("1s");

        // The last one of an odd number has no other to follow, and comes when its hold ends.
        var pairs = inbox.All.Select(callback => callback["pg_order_id"]!).ToList();
        Assert.Equal(payouts / 2 * 2, pairs.Count);
        for (var number = 1; number < payouts; number += 2)
            Assert.True(pairs.IndexOf($"ORD{number + 1}") < pairs.IndexOf($"ORD{number}"), string.Join(' ', pairs));
        await merchant.AdvanceAsync("1m");
        Assert.Equal(payouts, inbox.All.Count);
    }

    private static async Task<string> ReasonAsync(Task waiting) =>
        (await Assert.ThrowsAsync<SandboxTimeoutException>(() => waiting.WaitAsync(Patience.Limit))).Message.Split("\n\n")[0];
}
