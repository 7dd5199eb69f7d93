using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What the answers to the operations beside payouts to cards are told as.</summary>
public sealed class OperationResultTests
{
    private static readonly DateTimeOffset s_date = new(2024, 9, 2, 12, 19, 1, TimeSpan.Zero);
    private static readonly DateTime s_created = new(2024, 9, 2, 18, 19, 1, DateTimeKind.Unspecified);

    [Fact]
    public async Task A_payout_to_an_IBAN_is_accepted_without_reference_and_balance()
    {
        Assert.Equal(
            new PayoutAccepted(7_777_777_777) { Amount = Amount.FromUnits(1000), Date = s_date },
            await ToldAsync("iban", Answer.ToIban));
        Assert.Equal(
            new PayoutInProcess(7_777_777_777) { Amount = Amount.FromUnits(1000), Date = s_date },
            await ToldAsync("iban", Answer.ToIban.With("pg_status", "process")));
    }

    [Fact]
    public async Task A_payout_to_a_saved_card_is_accepted_with_its_mask()
    {
        var (balance, amount) = (new Amount(49_999_950), Amount.FromUnits(1000));
        Assert.Equal(
            new PayoutAccepted(7_777_777_777) { Amount = amount, Balance = balance, Date = s_date, CardMask = "440564-XX-XXXX-6150" },
            await ToldAsync("token", Answer.ToToken));
        Assert.Equal(
            new PayoutInProcess(7_777_777_777) { Amount = amount, Balance = balance, Date = s_date, CardMask = "440564-XX-XXXX-6150" },
            await ToldAsync("token", Answer.ToToken.With("pg_status", "process")));
    }

    [Fact]
    public async Task A_token_is_the_same_in_upper_case() => Assert.Equal(
        await ToldAsync("token", Answer.ToToken),
        await ToldAsync("token", Answer.ToToken.With("pg_card_token", Gateway.Token.ToUpperInvariant())));

    [Fact]
    public async Task A_refused_token_is_told() => Assert.Equal(
        new PayoutRefused(GatewayError.ModelNotFound, "Модел не найден"),
        await ToldAsync("token", Answer.ToToken.Refusing("1999", "Модел не найден")));

    [Theory]
    [InlineData("page")]
    [InlineData("saved card")]
    public async Task A_page_is_told_with_its_address(string operation)
    {
        var opened = Assert.IsType<PageOpened>(await ToldAsync(operation, OperationCall.ByName(operation).Answer));
        Assert.Equal(new PageOpened(7_777_777_777, new Uri("https://gateway.example/pages/aBc_-1")), opened);
        Assert.Equal("page of payment 7777777777", opened.ToString());
    }

    [Fact]
    public async Task A_page_of_a_sandbox_has_a_plain_address() => Assert.Equal(
        new PageOpened(7_777_777_777, new Uri("http://localhost:8585/pages/1")),
        await ToldAsync("page", Answer.Page.With("pg_redirect_url", "http://localhost:8585/pages/1")));

    [Fact]
    public async Task A_lost_page_is_settled_by_its_order_id()
    {
        var open = Answer.Status.With("pg_payment_status", "process").Without("pg_amount").Without("pg_net_amount");
        Assert.Equal(new PayoutInProcess(7_777_777_777), await Gateway.Client(StubGateway.Answering(open.Signed)).ResolveAsync("ORD12345"));
    }

    [Theory]
    [InlineData("150000.50", 15_000_050)]
    [InlineData("0", 0)]
    [InlineData("-12.50", -1_250)]
    public async Task A_balance_is_told_with_its_currency(string sent, long minor) => Assert.Equal(
        new PayoutBalanceKnown(new Amount(minor)) { Currency = "KZT" }, await ToldAsync("balance", Answer.Balance.With("pg_balance", sent)));

    [Fact]
    public async Task A_balance_may_name_no_currency() => Assert.Equal(
        new PayoutBalanceKnown(new Amount(15_000_050)), await ToldAsync("balance", Answer.Balance.Without("pg_currency")));

    [Fact]
    public async Task A_payment_status_is_told_without_amounts()
    {
        var answer = Answer.PaymentStatus;
        Assert.Equal(new PayoutStatusSuccess(7_777_777_777, "ORD12345"), await ToldAsync("payment status", answer));
        Assert.Equal(
            new PayoutStatusProcess(7_777_777_777, "ORD12345"), await ToldAsync("payment status", answer.With("pg_payment_status", "process")));
        Assert.Equal(
            new PayoutStatusError(7_777_777_777, "ORD12345") { FailureCode = 10001, FailureText = "Обратитесь в банк" },
            await ToldAsync("payment status", Failed(answer.With("pg_payment_status", "error"))));
    }

    [Fact]
    public async Task An_order_status_tells_when_it_was_made_and_whether_the_recipient_is_waited_for()
    {
        var answer = Answer.OrderStatus;
        Assert.Equal(new PayoutStatusSuccess(7_777_777_777, "ORD12345") { Created = s_created }, await ToldAsync("order status", answer));
        Assert.Equal(
            new PayoutStatusProcess(7_777_777_777, "ORD12345") { Created = s_created },
            await ToldAsync("order status", answer.With("pg_transaction_status", "pending")));
        Assert.Equal(
            new PayoutStatusProcess(7_777_777_777, "ORD12345") { Created = s_created, WaitsForRecipient = true },
            await ToldAsync("order status", answer.With("pg_transaction_status", "partial")));
        Assert.Equal(
            new PayoutStatusError(7_777_777_777, "ORD12345") { Created = s_created, FailureCode = 10001, FailureText = "Обратитесь в банк" },
            await ToldAsync("order status", Failed(answer.With("pg_transaction_status", "failed"))));
        Assert.Equal(new PayoutStatusSuccess(7_777_777_777, "ORD12345"), await ToldAsync("order status", answer.Without("pg_create_date")));
    }

    private static Answer Failed(Answer answer) => answer.With("pg_failure_code", "10001").With("pg_failure_description", "Обратитесь в банк");

    private static Task<object> ToldAsync(string operation, Answer answer) => OperationCall.ByName(operation).ToldAsync(answer.Signed);
}
