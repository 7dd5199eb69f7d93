using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class CheckRunTests
{
    [Fact]
    public async Task Whoever_puts_callbacks_into_a_queue_has_a_moment()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var looks = 0;

        var result = await RunAsync(endpoint, "ok", (_, _) => Task.FromResult<(ReportedOrder?, string?)>((++looks < 3 ? ReportedOrder.Nothing : new ReportedOrder(PaidState.Paid, 1), null)));

        Assert.Equal((CheckVerdict.Passed, 3), (result.Verdict, looks));
    }

    [Fact]
    public async Task What_was_not_answered_200_is_sent_again_a_few_times()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(503));

        var result = await RunAsync(endpoint, "repeated-until-200", probe: null);

        Assert.Equal(CheckVerdict.Failed, result.Verdict);
        var received = 0;
        while (!endpoint.IsQuiet)
        {
            await endpoint.NextAsync();
            received++;
        }

        Assert.Equal(10 + (10 * 5), received);
    }

    [Fact]
    public async Task An_order_that_cannot_be_told_ends_the_check_before_a_callback_is_sent()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();

        var result = await RunAsync(endpoint, "ok", probe: null, (_, _) => Task.FromResult<string?>("Nobody to tell."));

        Assert.Equal(CheckVerdict.NotChecked, result.Verdict);
        Assert.Equal(["Nobody to tell."], result.Seen);
        Assert.True(endpoint.IsQuiet);
    }

    private static async Task<CheckResult> RunAsync(MerchantEndpoint endpoint, string check, OrderProbe? probe, OrderAnnouncement? telling = null)
    {
        var time = TimeProvider.System;
        var target = VerificationParts.CreateTarget(endpoint.Link(), Merchant.Default) with
        {
            ShowsEffects = probe is not null,
            TakesOrders = telling is not null,
            Settling = Patience.Limit,
        };
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        return await new CheckRun(VerificationParts.CreateCourier(http, target, time), telling, probe, time).RunAsync(
            CallbackChecks.All.Single(one => one.Id == check),
            VerificationParts.CreateOrders(target, new Seed(1), time.GetUtcNow()),
            CancellationToken.None);
    }
}
