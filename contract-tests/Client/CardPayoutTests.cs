using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What is refused before it is sent.</summary>
public sealed class CardPayoutTests
{
    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => gateway.PayAsync(new CardPayout
        {
            OrderId = new string('x', 51),
            Amount = Amount.Zero,
            Card = "4405 6450 0000 6150",
            Description = "",
            PostLink = "/post",
            UserId = "Иван",
            CardName = "\0",
            Currency = "EURO",
            IdempotencyKey = "",
        }));
        Assert.Empty(gateway.Calls);
        await Verify(fault.Message, "txt");
    }

    [Theory]
    [InlineData("ftp://site.kz/post")]
    [InlineData("site.kz/post")]
    [InlineData("http://")]
    [InlineData("")]
    public Task A_post_link_is_an_absolute_web_address(string link) => RefusedAsync("PostLink", Gateway.Payout with { PostLink = link });

    [Theory]
    [InlineData("123456789012")]
    [InlineData("123456789012345678901")]
    [InlineData("44056450000061५0")]
    [InlineData(" 4405645000006150")]
    public Task A_card_has_13_to_20_digits(string card) => RefusedAsync("Card", Gateway.Payout with { Card = card });

    [Fact]
    public Task An_amount_is_at_most_99_999_999() => RefusedAsync("Amount", Gateway.Payout with { Amount = new Amount(9_999_999_901) });

    [Theory]
    [InlineData("OrderId")]
    [InlineData("Description")]
    public Task The_card_number_stands_in_no_other_field(string field) => RefusedAsync("must not contain the card number", field == "OrderId"
        ? Gateway.Payout with { OrderId = $"pay-{Gateway.Card}" }
        : Gateway.Payout with { Description = $"to {Gateway.Card}" });

    [Fact]
    public async Task Lengths_count_characters_as_people_do()
    {
        var order = string.Concat(Enumerable.Repeat("🏦", 50));
        var gateway = StubGateway.Answering(Answer.Accepted.With("pg_order_id", order).Signed);
        Assert.IsType<PayoutAccepted>(await gateway.PayAsync(Gateway.Payout with { OrderId = order }));
        await RefusedAsync("OrderId", Gateway.Payout with { OrderId = order + "x" });
    }

    [Fact]
    public async Task A_wrong_check_digit_is_the_gateways_business() =>
        Assert.IsType<PayoutAccepted>(await StubGateway.Answering(Answer.Accepted.Signed).PayAsync(Gateway.Payout with { Card = "4405645000006151" }));

    [Fact]
    public void Its_text_shows_the_mask() => Assert.Equal("payout of 1000 to 440564-XX-XXXX-6150 under ORD12345", Gateway.Payout.ToString());

    [Fact]
    public void A_text_of_what_is_no_card_shows_nothing_of_it() =>
        Assert.Equal("payout of 1000 to no card under ORD12345", (Gateway.Payout with { Card = "4405 6450 0000 6150" }).ToString());

    private static async Task RefusedAsync(string expected, CardPayout payout)
    {
        var gateway = StubGateway.Answering(Answer.Accepted.Signed);
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => gateway.PayAsync(payout));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(payout.Card, fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(gateway.Calls);
    }
}
