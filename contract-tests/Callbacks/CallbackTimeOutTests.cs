using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackTimeOutTests
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    [Proves("N-5", "N-10")]
    public async Task No_answer_within_30_seconds_is_a_failed_attempt()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(_released.Task));
        await using var sandbox = await CallbackSandbox.StartAsync();
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());
        await merchant.NextAsync();

        sandbox.Time.Advance(TimeSpan.FromSeconds(30));

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal((AttemptFault.TimedOut, "No answer within 30 s."), (attempt.Fault, attempt.FaultText));
        Assert.Equal((null, TimeSpan.FromSeconds(30), ""), (attempt.Status, attempt.Duration, attempt.Answer));
        Assert.Equal(CallbackState.Pending, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Fact]
    [Proves("N-10")]
    public async Task An_answer_just_before_30_seconds_delivers()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(_released.Task));
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync("ORD1", merchant.Link());
        await merchant.NextAsync();

        sandbox.Time.Advance(TimeSpan.FromMilliseconds(29_999));
        _released.SetResult();

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal((200, TimeSpan.FromMilliseconds(29_999)), (attempt.Status, attempt.Duration));
    }

    [Fact]
    [Proves("N-10")]
    public async Task The_time_out_is_the_merchants()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(_released.Task));
        await using var sandbox = await CallbackSandbox.StartAsync(
            CallbackSandbox.Merchant with { CallbackTimeout = TimeSpan.FromMilliseconds(1500) });
        await sandbox.PayAsync("ORD1", merchant.Link());
        await merchant.NextAsync();

        sandbox.Time.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal("No answer within 1.5 s.", (await sandbox.AttemptAsync()).FaultText);
    }

    [Fact]
    [Proves("N-5", "N-6")]
    public async Task A_body_that_never_ends_costs_its_rest_and_not_the_delivery()
    {
        var time = new ManualTime();
        await using var scene = await StoreScene.OpenTemporaryAsync(time);
        await scene.PayAsync("ORD1");
        var due = Assert.Single(await scene.ClaimAsync());
        var merchant = new StubMerchant((_, _) => Task.FromResult(StubMerchant.Hanging("thank", () => time.Advance(TimeSpan.FromSeconds(30)))));

        var attempt = await new CallbackSender(merchant.Invoker, time).SendAsync(due, scene.Merchant, scene.Now, CancellationToken.None);

        Assert.True(attempt.Delivered);
        Assert.Equal((200, AttemptFault.None, "thank", TimeSpan.FromSeconds(30)), (attempt.Status, attempt.Fault, attempt.Answer, attempt.Duration));
    }
}
