using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What of the other operations is refused before it is sent.</summary>
public sealed class OperationFormTests
{
    private readonly StubGateway _gateway = StubGateway.Answering(Answer.ToIban.Signed);

    [Fact]
    public async Task All_that_is_wrong_with_a_payout_to_an_IBAN_is_said_at_once() => await Verify(
        await RefusedAsync(client => client.PayToIbanAsync(new IbanPayout
        {
            OrderId = "",
            Amount = Amount.Zero,
            Iban = "kz123412341234123412",
            RecipientIin = "12345678901",
            RecipientName = new string('x', 256),
            RecipientKbe = "1",
            PurposeCode = "1190",
            BankBik = "KZZSAEX",
            PostLink = "/post",
            Description = "",
            Currency = "EURO",
            UserId = "Иван",
            IdempotencyKey = "",
        })),
        "txt");

    [Fact]
    public async Task All_that_is_wrong_with_a_payout_to_a_saved_card_is_said_at_once() => await Verify(
        await RefusedAsync(client => client.PayToTokenAsync(new TokenPayout
        {
            OrderId = new string('x', 51),
            Amount = Amount.Zero,
            Description = "",
            TimeLimit = DateTimeOffset.MaxValue,
            UserId = "",
            PostLink = "ftp://site.kz/post",
            CardToken = Gateway.Card,
        })),
        "txt");

    [Fact]
    public async Task All_that_is_wrong_with_a_payout_by_a_page_is_said_at_once() => await Verify(
        await RefusedAsync(client => client.OpenPageAsync(new HostedPayout
        {
            OrderId = "",
            Amount = new Amount(9_999_999_901),
            Description = "\0",
            TimeLimit = DateTimeOffset.MinValue,
            BackLink = "back",
            PostLink = "",
            UserId = "Иван",
            UserEmail = "",
        })),
        "txt");

    [Fact]
    public async Task All_that_is_wrong_with_a_card_to_be_saved_is_said_at_once() => await Verify(
        await RefusedAsync(client => client.SaveCardAsync(new CardSaving { UserId = "Иван", PostLink = "/post", BackLink = "/back" })), "txt");

    [Theory]
    [InlineData("KZ12341234123")]
    [InlineData("KZ1234123412341234123412341234123412")]
    [InlineData("KZ12 3412 3412 3412 3412")]
    [InlineData("1Z123412341234123412")]
    [InlineData("KZA23412341234123412")]
    [InlineData("KZ123412341234123412\n")]
    [InlineData("КZ123412341234123412")]
    [InlineData(null)]
    public async Task What_is_no_IBAN_is_not_sent(string? iban) => Assert.Contains(
        "Iban: ", await RefusedAsync(client => client.PayToIbanAsync(Gateway.IbanPayout with { Iban = iban! })), StringComparison.Ordinal);

    [Theory]
    [InlineData("KZ1212345678901")]
    [InlineData("KZ12ABCDEFGHIJ12345678901234567890")]
    public async Task The_shortest_and_the_longest_IBAN_are_sent(string iban) =>
        Assert.IsType<PayoutAccepted>(await Gateway.Client(_gateway).PayToIbanAsync(Gateway.IbanPayout with { Iban = iban }));

    [Theory]
    [InlineData("KZZSAE")]
    [InlineData("KCJBKZKX")]
    [InlineData("KCJBKZKXXXX")]
    public async Task A_BIK_has_6_8_or_11_characters(string bik) =>
        Assert.IsType<PayoutAccepted>(await Gateway.Client(_gateway).PayToIbanAsync(Gateway.IbanPayout with { BankBik = bik }));

    [Theory]
    [InlineData("KZT ")]
    [InlineData("")]
    public async Task A_balance_of_no_currency_is_not_asked_for(string currency) =>
        Assert.Contains("KZT", await RefusedAsync(client => client.BalanceAsync(currency)), StringComparison.Ordinal);

    [Fact]
    public async Task A_status_of_no_payout_is_not_asked_for()
    {
        await RefusedAsync(client => client.GetOrderStatusAsync(""));
        await RefusedAsync(client => client.GetPaymentStatusAsync(""));
        await RefusedAsync(client => client.GetPaymentStatusAsync("ORD12345", 0));
    }

    [Theory]
    [InlineData("saved card")]
    [InlineData("order status")]
    public async Task Without_the_receive_secret_it_is_said_what_to_set(string operation)
    {
        var client = new PayoutClient(new HttpClient(_gateway), Gateway.Options());
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => OperationCall.ByName(operation).Ask(client));
        Assert.Empty(_gateway.Calls);
        await Verify(fault.Message, "txt").UseParameters(operation.Replace(' ', '-'));
    }

    [Fact]
    public void Nobody_and_no_account_stands_in_a_text()
    {
        Assert.Equal("payout of 1000 to an IBAN under ORD12345", Gateway.IbanPayout.ToString());
        Assert.Equal("payout of 1000 to a saved card under ORD12345", Gateway.TokenPayout.ToString());
        Assert.Equal("payout of 1000 by a page under ORD12345", (Gateway.PagePayout with { UserEmail = "ivan@site.kz" }).ToString());
    }

    private async Task<string> RefusedAsync(Func<PayoutClient, Task> send)
    {
        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(() => send(Gateway.Client(_gateway)));
        Assert.Empty(_gateway.Calls);
        Assert.DoesNotContain(Gateway.Card, fault.ToString(), StringComparison.Ordinal);
        return fault.Message;
    }
}
