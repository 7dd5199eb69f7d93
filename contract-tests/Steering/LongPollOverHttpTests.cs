using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A test waits for what must come by one call, which ends when it has come.</summary>
public sealed class LongPollOverHttpTests : WatchedSandboxTest
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(250);

    [Theory]
    [InlineData("payouts?order=ORD1&wait=PT5S")]
    [InlineData("callbacks?order=ORD1&state=delivered&wait=PT5S")]
    [InlineData("requests?order=ORD1&wait=PT5S")]
    public async Task What_is_made_after_the_wait_began_ends_it(string query)
    {
        var waiting = Sandbox.Admin.ListAsync(Merchant.Place(query));
        var waitingForAny = Sandbox.Admin.ListAsync(query);
        await Watched.WhenWaitedForAsync(s_lookAgain);
        Assert.False(waiting.IsCompleted);

        await Merchant.PayAsync("OTHER", Inbox.Link());
        await Merchant.PayAsync("ORD1", Inbox.Link());

        // The clock stands, so only the thing itself can have ended it.
        Assert.Equal("ORD1", (string)Assert.Single(await waiting.WaitAsync(Patience.Limit))["orderId"]!);
        Assert.Equal("ORD1", (string)Assert.Single(await waitingForAny.WaitAsync(Patience.Limit))["orderId"]!);
    }

    [Theory]
    [InlineData("payouts?order=ORD1&wait=PT5S")]
    [InlineData("callbacks?order=ORD1&wait=5s")]
    [InlineData("requests?order=ORD1&wait=PT5S")]
    public async Task When_nothing_comes_the_answer_is_empty_after_the_wait(string query)
    {
        var waiting = Sandbox.Admin.ListAsync(Merchant.Place(query));
        await Watched.WhenWaitedForAsync(s_lookAgain);

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await waiting.WaitAsync(Patience.Limit));
    }

    [Theory]
    [InlineData("payouts?min=3&wait=60s")]
    [InlineData("callbacks?min=3&state=delivered&wait=60s")]
    [InlineData("requests?min=3&wait=60s")]
    public async Task Three_are_waited_for(string query)
    {
        var waiting = Sandbox.Admin.ListAsync(Merchant.Place(query));
        await Watched.WhenWaitedForAsync(s_lookAgain);

        await Merchant.PayAsync("ORD1", Inbox.Link());
        await Merchant.PayAsync("ORD2", Inbox.Link());
        await Merchant.CatchUpAsync();
        Assert.False(waiting.IsCompleted);
        await Merchant.PayAsync("ORD3", Inbox.Link());

        Assert.Equal(3, (await waiting.WaitAsync(Patience.Limit)).Count);
    }

    [Fact]
    public async Task A_payout_that_settles_by_itself_ends_the_wait()
    {
        await Merchant.PayAsync(Merchant.Payout("ORD1", Inbox.Link(), card: PayoutCall.ProcessThenSuccess));
        var waiting = Sandbox.Admin.ListAsync(Merchant.Place("payouts?order=ORD1&status=ok&wait=60s"));
        await Watched.WhenWaitedForAsync(s_lookAgain);

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("ok", (string)Assert.Single(await waiting.WaitAsync(Patience.Limit))["status"]!);
    }

    [Theory]
    [InlineData("payouts?order=ORD1&wait=PT5S")]
    [InlineData("callbacks?order=ORD1&wait=PT5S")]
    [InlineData("requests?order=ORD1&wait=PT5S")]
    public async Task Who_waits_across_a_reset_sees_what_comes_after_it(string query)
    {
        var waiting = Sandbox.Admin.ListAsync(Merchant.Place(query));
        await Watched.WhenWaitedForAsync(s_lookAgain);

        await Merchant.ResetAsync();
        await Merchant.PayAsync("ORD1", Inbox.Link());

        Assert.Single(await waiting.WaitAsync(Patience.Limit));
    }
}
