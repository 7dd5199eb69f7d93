using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What a payout comes to, asked of the sandbox and of single answers.</summary>
public sealed class PayoutResultTests
{
    [Fact]
    [Proves("P-1")]
    public async Task A_payout_that_was_made_is_accepted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = Gateway.Connect(sandbox.Address);

        var made = Assert.IsType<PayoutAccepted>(await merchant.Client.PayToCardAsync(Gateway.Payout));

        Assert.Equal(Assert.Single(await sandbox.PayoutsAsync()).PaymentId, made.PaymentId);
        Assert.Equal("999999000", made.Balance.ToString());
        Assert.Equal("1000", made.Amount.ToString());
        Assert.Equal(sandbox.Time.GetUtcNow(), made.Date);
        Assert.Matches("^[A-Z0-9]{14}$", made.Reference!);
    }

    [Theory]
    [InlineData(nameof(ProcessAnswer.Process))]
    [InlineData(nameof(ProcessAnswer.OkWithPaymentStatus))]
    [Proves("C-3")]
    public async Task A_payout_in_process_is_neither_made_nor_refused_however_it_is_said(string switched)
    {
        var way = Enum.Parse<ProcessAnswer>(switched);
        var merchant = RunningSandbox.Merchant;
        await using var sandbox = await RunningSandbox.StartAsync(merchant with { Switches = merchant.Switches with { ProcessAnswer = way } });
        await using var client = Gateway.Connect(sandbox.Address);

        var open = Assert.IsType<PayoutInProcess>(await client.Client.PayToCardAsync(Gateway.Payout with { Card = PayoutCall.ProcessThenSuccess }));

        Assert.Equal(Assert.Single(await sandbox.PayoutsAsync()).PaymentId, open.PaymentId);
        Assert.Equal("999999000", open.Balance.ToString());
    }

    [Theory]
    [InlineData("5325349472901311", 10000)]
    [InlineData("4556046085041740", 10001)]
    [InlineData("5543974702876045", 8888)]
    [InlineData("4405645000006151", 10032)]
    [Proves("E-1", "C-1")]
    public async Task A_payout_that_failed_is_refused_with_code_and_text(string card, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = Gateway.Connect(sandbox.Address);
        Assert.Equal(
            new PayoutRefused(code, GatewayError.Get(code).Description),
            await merchant.Client.PayToCardAsync(Gateway.Payout with { Card = card }));
    }

    [Fact]
    [Proves("E-9")]
    public async Task A_used_order_id_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = Gateway.Connect(sandbox.Address);
        await merchant.Client.PayToCardAsync(Gateway.Payout);
        Assert.Equal(9991, Assert.IsType<PayoutRefused>(await merchant.Client.PayToCardAsync(Gateway.Payout)).Code);
    }

    [Fact]
    [Proves("E-10")]
    public async Task The_same_idempotency_key_gets_the_same_result()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = Gateway.Connect(sandbox.Address);
        var payout = Gateway.Payout with { IdempotencyKey = "once" };
        Assert.Equal(await merchant.Client.PayToCardAsync(payout), await merchant.Client.PayToCardAsync(payout));
        Assert.Single(await sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData(9998)]
    [InlineData(9997)]
    [InlineData(101)]
    [Proves("E-5")]
    public async Task An_unknown_merchant_is_refused_without_a_signature(int code)
    {
        var settings = new SandboxSettings { UnknownMerchantCode = (UnknownMerchantCode)code, Merchants = [RunningSandbox.Merchant with { Id = 1 }] };
        await using var sandbox = await RunningSandbox.StartAsync(settings);
        await using var merchant = Gateway.Connect(sandbox.Address);
        Assert.Equal(code, Assert.IsType<PayoutRefused>(await merchant.Client.PayToCardAsync(Gateway.Payout)).Code);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("0")]
    [Proves("E-12")]
    public async Task After_a_fault_of_the_gateway_the_outcome_is_unknown(string code)
    {
        var unknown = Assert.IsType<PayoutOutcomeUnknown>(await Gateway.PayAsync(Answer.Error(code).Signed));
        Assert.Equal((UnknownReason.SystemFault, code), (unknown.Reason, $"{unknown.Code}"));
    }

    [Fact]
    public async Task What_the_answer_does_not_say_is_null()
    {
        var answer = Answer.Accepted.Without("pg_balance").Without("pg_reference").Without("pg_payment_amount").Without("pg_payment_date");
        Assert.Equal(new PayoutAccepted(7_777_777_777), await Gateway.PayAsync(answer.Signed));
    }

    [Fact]
    public async Task What_it_says_beyond_that_is_passed_over() => Assert.Equal(
        await Gateway.PayAsync(Answer.Accepted.Signed),
        await Gateway.PayAsync(Answer.Accepted.Plus("pg_card_brand", "VISA").Plus("pg_balance_hold", "").Signed));

    [Theory]
    [InlineData("-12.5", -1250)]
    [InlineData("0", 0)]
    public async Task A_balance_may_be_overdrawn(string sent, long minor) => Assert.Equal(
        new Amount(minor), Assert.IsType<PayoutAccepted>(await Gateway.PayAsync(Answer.Accepted.With("pg_balance", sent).Signed)).Balance);

    [Fact]
    public async Task A_card_number_in_the_gateways_text_is_masked() => Assert.Equal(
        new PayoutRefused(10032, "Card 440564-XX-XXXX-6150 is wrong"),
        await Gateway.PayAsync(Answer.Error("10032", $"Card {Gateway.Card} is wrong").Signed));
}
