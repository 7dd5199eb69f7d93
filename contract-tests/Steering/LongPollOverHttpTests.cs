using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A test waits for what must come by one call, which ends when it has come.</summary>
public sealed class LongPollOverHttpTests : IAsyncLifetime
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(250);

    private readonly ManualTime _time = new();
    private WatchedTime _watched = null!;
    private SteeredSandbox _sandbox = null!;
    private MerchantEndpoint _inbox = null!;
    private SteeredMerchant _merchant = null!;

    public async Task InitializeAsync()
    {
        _watched = new WatchedTime(_time);
        _sandbox = await SteeredSandbox.StartAsync(_watched);
        _inbox = await MerchantEndpoint.StartAsync();
        _merchant = SteeredMerchant.Default(_sandbox.Client);
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Theory]
    [InlineData("payouts?order=ORD1&wait=PT5S")]
    [InlineData("callbacks?order=ORD1&state=delivered&wait=PT5S")]
    [InlineData("requests?order=ORD1&wait=PT5S")]
    public async Task What_is_made_after_the_wait_began_ends_it(string query)
    {
        var waiting = _sandbox.Admin.ListAsync(_merchant.Place(query));
        var waitingForAny = _sandbox.Admin.ListAsync(query);
        await _watched.WhenWaitedForAsync(s_lookAgain);
        Assert.False(waiting.IsCompleted);

        await _merchant.PayAsync("OTHER", _inbox.Link());
        await _merchant.PayAsync("ORD1", _inbox.Link());

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
        var waiting = _sandbox.Admin.ListAsync(_merchant.Place(query));
        await _watched.WhenWaitedForAsync(s_lookAgain);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await waiting.WaitAsync(Patience.Limit));
    }

    [Theory]
    [InlineData("payouts?min=3&wait=60s")]
    [InlineData("callbacks?min=3&state=delivered&wait=60s")]
    [InlineData("requests?min=3&wait=60s")]
    public async Task Three_are_waited_for(string query)
    {
        var waiting = _sandbox.Admin.ListAsync(_merchant.Place(query));
        await _watched.WhenWaitedForAsync(s_lookAgain);

        await _merchant.PayAsync("ORD1", _inbox.Link());
        await _merchant.PayAsync("ORD2", _inbox.Link());
        await _merchant.CatchUpAsync();
        Assert.False(waiting.IsCompleted);
        await _merchant.PayAsync("ORD3", _inbox.Link());

        Assert.Equal(3, (await waiting.WaitAsync(Patience.Limit)).Count);
    }

    [Fact]
    public async Task A_payout_that_settles_by_itself_ends_the_wait()
    {
        await _merchant.PayAsync(_merchant.Payout("ORD1", _inbox.Link(), card: PayoutCall.ProcessThenSuccess));
        var waiting = _sandbox.Admin.ListAsync(_merchant.Place("payouts?order=ORD1&status=ok&wait=60s"));
        await _watched.WhenWaitedForAsync(s_lookAgain);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("ok", (string)Assert.Single(await waiting.WaitAsync(Patience.Limit))["status"]!);
    }

    [Theory]
    [InlineData("payouts?order=ORD1&wait=PT5S")]
    [InlineData("callbacks?order=ORD1&wait=PT5S")]
    [InlineData("requests?order=ORD1&wait=PT5S")]
    public async Task Who_waits_across_a_reset_sees_what_comes_after_it(string query)
    {
        var waiting = _sandbox.Admin.ListAsync(_merchant.Place(query));
        await _watched.WhenWaitedForAsync(s_lookAgain);

        await _merchant.ResetAsync();
        await _merchant.PayAsync("ORD1", _inbox.Link());

        Assert.Single(await waiting.WaitAsync(Patience.Limit));
    }
}
