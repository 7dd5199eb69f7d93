using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackDrainTests : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("drain-");
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SandboxSettings Settings => new() { Merchants = [CallbackSandbox.Merchant], Store = Path.Combine(_directory.FullName, "sandbox.db") };

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task An_attempt_under_way_may_end_before_the_sandbox_does()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(_released.Task));
        await using var sandbox = await CallbackSandbox.StartAsync(Settings);
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());
        await merchant.NextAsync();

        var stopped = sandbox.StopAsync();
        _released.SetResult();
        await stopped.WaitAsync(Patience.Limit);

        Assert.Equal((CallbackState.Delivered, 1), await sandbox.Store.CallbackAsync(payment) is var made ? (made.State, made.Attempts) : default);
    }

    [Fact]
    public async Task An_attempt_that_outlasts_the_grace_is_made_again_by_the_next_sandbox()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(_released.Task), EndpointAnswers.Ok);
        long payment;
        await using (var first = await CallbackSandbox.StartAsync(Settings))
        {
            payment = await first.PayAsync("ORD1", merchant.Link());
            await merchant.NextAsync();
            var stopped = first.StopAsync();
            await first.WhenWaitedForAsync(s_grace);
            Assert.False(stopped.IsCompleted);
            first.Time.Advance(s_grace);
            await stopped.WaitAsync(Patience.Limit);

            Assert.Equal((CallbackState.Pending, 0), await first.Store.CallbackAsync(payment) is var pending ? (pending.State, pending.Attempts) : default);
        }

        await using var second = await CallbackSandbox.StartAsync(Settings);

        Assert.Equal($"{payment}", (await merchant.NextAsync())[Fields.PaymentId]);
        Assert.Equal((payment, 1, "delivered"), await second.RecordedAsync() is var made ? (made.PaymentId, made.Number, made.Then) : default);
    }

    [Fact]
    public async Task What_falls_due_while_no_sandbox_runs_is_attempted_at_the_next_start()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        var time = new Time.ManualTime();
        await using (var first = await CallbackSandbox.StartAsync(Settings, time))
        {
            await first.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Card = PayoutCall.ProcessThenSuccess });
            await first.StopAsync();
        }

        time.Advance(TimeSpan.FromHours(1));
        await using var second = await CallbackSandbox.StartAsync(Settings, time);

        Assert.Equal("ok", (await merchant.NextAsync())[Fields.Status]);
    }
}
