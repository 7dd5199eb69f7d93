using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From the same shop: which digits in an order id are a card, and which are not.
public sealed class CardInOrderIdTests
{
    private const string Card = "4405645000006150";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("4405645000006")]
    [InlineData("4111111111111111")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    [InlineData("1768467600005")]
    [InlineData("440564500000615")]
    [InlineData("0516000005465044")]
    public void Other_numbers_are_no_known_card(string text) => Assert.False(OrderId.HoldsCard(text, Card));

    [Fact]
    public void Half_a_character_is_no_digit()
    {
        Assert.False(OrderId.HoldsCard("44056450000061\ud8355", Card));
        Assert.False(OrderId.HoldsCard("44056450000061\udfce5", Card));
    }

    [Fact]
    public void A_card_is_known_by_the_call_or_by_its_publication()
    {
        Assert.False(OrderId.HoldsCard(Card, card: null));
        Assert.False(OrderId.HoldsCard(Card, ""));
        Assert.True(OrderId.HoldsCard(Card, $" {Card} "));
        Assert.True(OrderId.HoldsCard("4671593866478252", card: null));
        Assert.True(OrderId.HoldsCard(new string('x', 100_000) + Card, Card));
        Assert.False(OrderId.HoldsCard(Card, new string('4', 100_000)));
    }
}
