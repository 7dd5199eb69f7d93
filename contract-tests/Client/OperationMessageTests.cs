using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>
/// What the client sends for each operation, field by field. The payout to a card is not among them: its number belongs in no snapshot.
/// </summary>
public sealed class OperationMessageTests
{
    [Theory]
    [InlineData("iban")]
    [InlineData("token")]
    [InlineData("page")]
    [InlineData("saved card")]
    [InlineData("balance")]
    [InlineData("status")]
    [InlineData("payment status")]
    [InlineData("order status")]
    public async Task A_call_is_sent_as_it_is_documented(string operation)
    {
        var (gateway, call) = (StubGateway.Answering(OperationCall.ByName(operation).Answer.Signed), OperationCall.ByName(operation));
        await call.ToldAsync(gateway);
        await Verify(Told(gateway.Call, call.Answer), "txt").UseParameters(operation.Replace(' ', '-'));
    }

    [Fact]
    public async Task All_that_may_be_said_of_a_payout_to_an_IBAN_is_sent()
    {
        var gateway = StubGateway.Answering(Answer.ToIban.Signed);
        await Gateway.Client(gateway).PayToIbanAsync(Gateway.IbanPayout with
        {
            Description = "Зарплата",
            Currency = "KZT",
            UserId = "user-1",
            IdempotencyKey = "key 1",
        });
        await Verify(Told(gateway.Call, Answer.ToIban), "txt");
    }

    [Fact]
    public async Task All_that_may_be_said_of_a_payout_by_a_page_is_sent()
    {
        var gateway = StubGateway.Answering(Answer.Page.Signed);
        await Gateway.Client(gateway).OpenPageAsync(Gateway.PagePayout with { InFrame = true, UserId = "user-1", UserEmail = "ivan@site.kz" });
        await Verify(Told(gateway.Call, Answer.Page), "txt");
    }

    [Fact]
    public async Task A_balance_of_no_currency_and_a_status_without_a_payment_id_name_none()
    {
        var gateway = StubGateway.Answering(Answer.Balance.Signed);
        await Gateway.Client(gateway).BalanceAsync();
        Assert.Null(gateway.Call["pg_currency"]);

        gateway = StubGateway.Answering(Answer.PaymentStatus.Signed);
        await Gateway.Client(gateway).GetPaymentStatusAsync("ORD12345");
        Assert.Null(gateway.Call["pg_payment_id"]);
    }

    [Theory]
    [InlineData("+06:00", "2026-01-16 02:30:15")]
    [InlineData("+00:00", "2026-01-15 20:30:15")]
    [InlineData("-03:30", "2026-01-15 17:00:15")]
    public async Task A_time_limit_is_sent_in_the_local_time_of_the_merchants_account(string offset, string sent)
    {
        var options = Gateway.Options();
        options.UtcOffset = TimeSpan.Parse(offset.TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture);
        var limit = Gateway.TokenPayout.TimeLimit.ToOffset(TimeSpan.FromHours(2)).AddMilliseconds(999);

        var gateway = StubGateway.Answering(Answer.ToToken.Signed);
        await new PayoutClient(new HttpClient(gateway), options).PayToTokenAsync(Gateway.TokenPayout with { TimeLimit = limit });
        Assert.Equal(sent, gateway.Call["pg_order_time_limit"]);

        gateway = StubGateway.Answering(Answer.Page.Signed);
        await new PayoutClient(new HttpClient(gateway), options).OpenPageAsync(Gateway.PagePayout with { TimeLimit = limit });
        Assert.Equal(sent, gateway.Call["pg_order_time_limit"]);
    }

    [Theory]
    [InlineData(2000, 1, 1)]
    [InlineData(9998, 12, 31)]
    public async Task A_time_limit_at_either_end_has_a_local_time(int year, int month, int day)
    {
        var limit = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);
        var gateway = StubGateway.Answering(Answer.ToToken.Signed);
        await Gateway.Client(gateway).PayToTokenAsync(Gateway.TokenPayout with { TimeLimit = limit });
        Assert.StartsWith($"{year}-", gateway.Call["pg_order_time_limit"], StringComparison.Ordinal);
    }

    // The salt is chance, and the signature is held to an independent computation instead.
    private static string Told(SentCall call, Answer answer)
    {
        Assert.True(call.IsSignedWith(answer.Secret, answer.Script));
        Assert.Equal("multipart/form-data", call.ContentType);
        var fields = call.Fields.Select(field => $"{field.Name}={(field.Name is Fields.Salt or Fields.Signature ? "…" : field.Value)}\n");
        return $"{call.Method} {call.Target}\n\n{string.Concat(fields)}";
    }
}
