using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Cards;

public sealed class CardNumberTests
{
    public static TheoryData<string> Published =>
        [.. TestCard.All.Select(card => card.Number), .. TestCard.PaymentCards, "4405645000006150"];

    [Theory, MemberData(nameof(Published))]
    [Proves("C-1")]
    public void Every_published_card_is_well_formed_and_passes_the_Luhn_check(string number)
    {
        Assert.True(CardNumber.IsWellFormed(number));
        Assert.True(CardNumber.PassesLuhn(number));
    }

    [Theory, MemberData(nameof(Published))]
    public void One_wrong_digit_fails_the_Luhn_check(string number)
    {
        for (var i = 0; i < number.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = $"{number[..i]}{digit}{number[(i + 1)..]}";
                Assert.Equal(digit == number[i], CardNumber.PassesLuhn(changed));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000000000")]
    [InlineData("000000000000000000000")]
    [InlineData("4405 6450 0000 6150")]
    [InlineData("4405645000006150 ")]
    [InlineData("440564500000615O")]
    [InlineData("-405645000006150")]
    [InlineData("٤٤٠٥٦٤٥٠٠٠٠٠٦١٥٠")]
    public void Anything_but_13_to_20_digits_is_malformed_and_has_no_mask(string text)
    {
        Assert.False(CardNumber.IsWellFormed(text));
        var fault = Assert.Throws<ArgumentException>(() => CardNumber.Mask(text));
        if (text.Length > 0)
            Assert.DoesNotContain(text, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000000")]
    [InlineData("00000000000000000000")]
    public void Thirteen_and_twenty_digits_are_well_formed(string text) => Assert.True(CardNumber.IsWellFormed(text));

    [Theory]
    [InlineData("4405645000006150", "440564-XX-XXXX-6150")]
    [InlineData("6204500338419360939", "620450-XX-XXXX-0939")]
    [InlineData("62861819783765929", "628618-XX-XXXX-5929")]
    [Proves("N-3")]
    public void A_mask_keeps_the_first_six_and_the_last_four_digits(string number, string mask) =>
        Assert.Equal(mask, CardNumber.Mask(number));
}
