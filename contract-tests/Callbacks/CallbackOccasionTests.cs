using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackOccasionTests
{
    [Fact]
    [Proves("N-9")]
    public async Task A_payout_that_was_final_at_once_is_called_back_once()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync("ORD1", merchant.Link());
        Assert.Equal("ORD1", (await merchant.NextAsync())[Fields.OrderId]);
        await sandbox.RecordedAsync();

        sandbox.Time.Advance(TimeSpan.FromDays(1));
        await sandbox.PayAsync("ORD2", merchant.Link());
        Assert.Equal("ORD2", (await merchant.NextAsync())[Fields.OrderId]);
    }

    [Theory]
    [InlineData(PayoutCall.ProcessThenSuccess, "ok")]
    [InlineData(PayoutCall.ProcessThenFailure, "error")]
    [Proves("N-8", "N-9")]
    public async Task A_payout_in_process_is_called_back_once_when_it_settles_and_not_before(string card, string status)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        var answer = await sandbox.PayAsync(new PayoutCall("PROCESS", merchant.Link()) { Card = card });
        Assert.Equal("process", answer.Element(Fields.Status)!.Value);

        sandbox.Time.Advance(TimeSpan.FromMilliseconds(4999));
        await sandbox.PayAsync("BEFORE", merchant.Link());
        Assert.Equal("BEFORE", (await merchant.NextAsync())[Fields.OrderId]);
        await sandbox.RecordedAsync();

        sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        var callback = await merchant.NextAsync();
        Assert.Equal(("PROCESS", status), (callback[Fields.OrderId], callback[Fields.Status]));
        await sandbox.RecordedAsync();

        sandbox.Time.Advance(TimeSpan.FromDays(1));
        await sandbox.PayAsync("AFTER", merchant.Link());
        Assert.Equal("AFTER", (await merchant.NextAsync())[Fields.OrderId]);
    }

    [Fact]
    [Proves("N-9")]
    public async Task The_first_attempt_of_a_payout_in_process_counts_from_when_it_settled()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500), EndpointAnswers.Ok);
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with { SettleAfter = TimeSpan.FromHours(1) });
        var start = sandbox.Time.GetUtcNow();
        await sandbox.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Card = PayoutCall.ProcessThenSuccess });

        sandbox.Time.Advance(TimeSpan.FromHours(1));
        var payment = (await sandbox.RecordedAsync()).PaymentId;
        sandbox.Time.Advance(TimeSpan.FromMinutes(30));
        await sandbox.RecordedAsync();

        Assert.Equal([60, 90], (await sandbox.Store.AttemptsAsync(payment)).Select(attempt => (attempt.At - start).TotalMinutes));
    }

    [Theory]
    [InlineData(PayoutCall.Failure)]
    [InlineData(PayoutCall.ProcessThenFailure)]
    [Proves("N-8")]
    public async Task Failed_payouts_are_not_called_back_when_the_merchant_wants_none(string card)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(
            CallbackSandbox.Merchant with { Switches = new MerchantSwitches { FailedCallbacks = FailedCallbacks.Skip } });

        await sandbox.PayAsync(new PayoutCall("FAILED", merchant.Link()) { Card = card });
        sandbox.Time.Advance(TimeSpan.FromDays(1));
        var paid = await sandbox.PayAsync("PAID", merchant.Link());

        Assert.Equal("PAID", (await merchant.NextAsync())[Fields.OrderId]);
        Assert.Equal(paid, Assert.Single(await sandbox.Store.CallbacksAsync()).PaymentId);
    }

    [Fact]
    [Proves("N-8")]
    public async Task A_payout_that_the_balance_does_not_cover_is_called_back_as_failed()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with { OpeningBalance = Amount.FromUnits(10) });

        await sandbox.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Amount = "10.01" });

        var callback = await merchant.NextAsync();
        Assert.Equal(("error", "8888", "10"), (callback[Fields.Status], callback[Fields.ErrorCode], callback[Fields.Balance]));
    }

    [Fact]
    public async Task A_refused_request_is_not_called_back()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        var refused = await sandbox.PayAsync(new PayoutCall("REFUSED", merchant.Link()) { Amount = "0" });
        Assert.Equal("error", refused.Element(Fields.Status)!.Value);
        await sandbox.PayAsync("PAID", merchant.Link());

        Assert.Equal("PAID", (await merchant.NextAsync())[Fields.OrderId]);
        Assert.Single(await sandbox.Store.CallbacksAsync());
    }
}
