using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What the client sends.</summary>
public sealed class PayoutMessageTests
{
    [Fact]
    [Proves("T-1", "S-9")]
    public async Task A_payout_is_a_signed_multipart_form()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        await gateway.PayAsync(Gateway.Payout with
        {
            UserId = "user-1",
            CardName = "Ivan Ivanov",
            Currency = "KZT",
            IdempotencyKey = "key 1",
        });

        Assert.Equal(("POST", "/g2g/p2p2nonreg", "multipart/form-data"), (gateway.Call.Method.Method, gateway.Call.Target, gateway.Call.ContentType));
        Assert.Equal(
            [
                "pg_merchant_id=9970", "pg_order_id=ORD12345", "pg_amount=1000", "pg_payment_to=4405645000006150",
                "pg_description=Описание платежа", "pg_post_link=http://site.kz/post", "pg_user_id=user-1", "pg_card_name=Ivan Ivanov",
                "pg_currency=KZT", "pg_idempotency_key=key 1",
            ],
            gateway.Call.Fields.SkipLast(2).Select(field => $"{field.Name}={field.Value}"),
            StringComparer.Ordinal);
        Assert.True(gateway.Call.IsSignedWith(Gateway.Secret, "p2p2nonreg"));
    }

    [Fact]
    public async Task What_was_not_given_is_not_sent()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        await gateway.PayAsync();
        Assert.Equal(
            ["pg_merchant_id", "pg_order_id", "pg_amount", "pg_payment_to", "pg_description", "pg_post_link", "pg_salt", "pg_sig"],
            gateway.Call.Fields.Select(field => field.Name),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1, "0.01")]
    [InlineData(10, "0.1")]
    [InlineData(100, "1")]
    [InlineData(25050, "250.5")]
    [InlineData(9_999_999_900, "99999999")]
    [Proves("T-11")]
    public async Task An_amount_has_a_point_and_as_few_decimals_as_it_needs(long minor, string sent)
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        await gateway.PayAsync(Gateway.Payout with { Amount = new Amount(minor) });
        Assert.Equal(sent, gateway.Call["pg_amount"]);
    }

    [Fact]
    public async Task Each_call_has_a_salt_of_its_own()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        await gateway.PayAsync();
        await gateway.PayAsync();
        Assert.Equal(2, gateway.Calls.Select(call => call["pg_salt"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(gateway.Calls, call => Assert.Matches("^[a-zA-Z0-9]{16}$", call["pg_salt"]!));
    }

    [Fact]
    public async Task The_salt_can_be_given()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        var options = Gateway.Options();
        options.NewSalt = () => "my salt";
        await new PayoutClient(new HttpClient(gateway), options).PayToCardAsync(Gateway.Payout);
        Assert.Equal("my salt", gateway.Call["pg_salt"]);
    }

    [Fact]
    public async Task A_path_of_the_address_stays_before_that_of_the_operation()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        await new PayoutClient(new HttpClient(gateway), Gateway.Options(new Uri("https://proxy.example/freedom/"))).PayToCardAsync(Gateway.Payout);
        Assert.Equal("/freedom/g2g/p2p2nonreg", gateway.Call.Target);
        Assert.True(gateway.Call.IsSignedWith(Gateway.Secret, "p2p2nonreg"));
    }

    [Fact]
    [Proves("S-5")]
    public void Any_text_arrives_as_it_was_given() => FixedSeed.ForAll(Texts(), texts =>
    {
        var gateway = StubGateway.Answering(Answer.Accepted.With("pg_order_id", texts.Order).Signed);
        gateway.PayAsync(Gateway.Payout with { OrderId = texts.Order, Description = texts.Description, CardName = texts.Name }).GetAwaiter().GetResult();
        Assert.Equal((texts.Order, texts.Description, texts.Name), (gateway.Call["pg_order_id"], gateway.Call["pg_description"], gateway.Call["pg_card_name"]));
        Assert.True(gateway.Call.IsSignedWith(Gateway.Secret, "p2p2nonreg"));
    });

    private static Gen<(string Order, string Description, string Name)> Texts() =>
        from order in Short(50)
        from description in Short(255)
        from name in AnyMessage.Text
        select (order, description, name);

    // XML turns a carriage return into a line feed unless it is escaped, which the writer of these tests does not do.
    private static Gen<string> Short(int most) => AnyMessage.Text
        .Select(text => string.Concat(text.Replace('\r', ' ').EnumerateRunes().Take(most)))
        .Where(text => text.Length > 0);
}
