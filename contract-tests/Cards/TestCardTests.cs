using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Cards;

public sealed class TestCardTests
{
    [Theory]
    [InlineData("4671593866478252", null, false)]
    [InlineData("5325349472901311", 10000, false)]
    [InlineData("4556046085041740", 10001, false)]
    [InlineData("5543974702876045", 8888, false)]
    [InlineData("5507841999732294", null, true)]
    [InlineData("4532676596620704", 10001, true)]
    [InlineData("6204500338419360939", null, false)]
    [InlineData("629656013969216940", null, false)]
    [InlineData("62861819783765929", null, false)]
    [Proves("C-1")]
    public void A_test_card_has_the_published_outcome(string number, int? errorCode, bool inProcess) =>
        Assert.Equal(new TestCard(number, errorCode, inProcess), TestCard.Find(number));

    [Fact]
    [Proves("C-1")]
    public void There_are_nine_test_cards() =>
        Assert.Equal(9, TestCard.All.Select(card => card.Number).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Any_other_card_is_no_test_card()
    {
        Assert.Equal(8, TestCard.PaymentCards.Distinct(StringComparer.Ordinal).Count());
        Assert.All(TestCard.PaymentCards, number => Assert.Null(TestCard.Find(number)));
        Assert.Null(TestCard.Find("4405645000006150"));
    }

    [Fact]
    public void A_test_card_shows_its_outcome_and_no_number() => Assert.Equal(
        ["467159-XX-XXXX-8252: success", "550784-XX-XXXX-2294: process, then success", "453267-XX-XXXX-0704: process, then error 10001"],
        TestCard.All.Where((_, i) => i is 0 or 4 or 5).Select(card => card.ToString()), StringComparer.Ordinal);
}
