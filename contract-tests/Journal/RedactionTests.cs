using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class RedactionTests
{
    private static readonly MerchantSecrets s_secrets = new("the-payout-secret", "other-secret");

    public static TheoryData<string> Cards => [.. TestCard.All.Select(card => card.Number), .. TestCard.PaymentCards, "4405645000006150"];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_number_is_masked_wherever_it_stands(string card)
    {
        var mask = $"{card[..6]}-XX-XXXX-{card[^4..]}";

        Assert.Equal(mask, Redaction.Cards(card));
        Assert.Equal($"to {mask}, {mask}!", Redaction.Cards($"to {card}, {card}!"));
        Assert.Equal($"<pg_payment_to>{mask}</pg_payment_to>", Redaction.Cards($"<pg_payment_to>{card}</pg_payment_to>"));
        Assert.Equal($"ü{mask}ü", Redaction.Cards($"ü{card}ü"));
    }

    [Theory]
    [InlineData("4671 5938 6647 8252")]
    [InlineData("4671-5938-6647-8252")]
    public void A_card_number_in_groups_is_masked(string text) => Assert.Equal("467159-XX-XXXX-8252", Redaction.Cards(text));

    [Theory]
    [InlineData("")]
    [InlineData("467159386647")] // twelve digits
    [InlineData("4671593866478253")] // a wrong check digit
    [InlineData("123456789012345678901")] // twenty-one digits
    [InlineData("payment 4963922019")]
    public void Other_digits_are_left_alone(string text) => Assert.Equal(text, Redaction.Cards(text));

    [Fact]
    public void Both_secrets_are_taken_out_everywhere() => Assert.Equal(
        "a=••••••&b=••••••;•••••• 467159-XX-XXXX-8252",
        Redaction.Apply("a=the-payout-secret&b=other-secret;the-payout-secret 4671593866478252", s_secrets));

    [Fact]
    public void A_merchant_without_a_secret_has_none_to_take_out() =>
        Assert.Equal("text", Redaction.Apply("text", new MerchantSecrets("", "")));

    [Theory]
    [InlineData("said the-payout-secre", "said ••••••")]
    [InlineData("said the-", "said ••••••")]
    [InlineData("said the", "said the")]
    [InlineData("said other-sec", "said ••••••")]
    [InlineData("said the-payout-secret", "said ••••••")]
    [InlineData("card 467159386647825", "card ••••••")]
    [InlineData("card 4671593", "card ••••••")]
    [InlineData("card 4671 5938 6647 82", "card ••••••")]
    [InlineData("card 4671-5938-6647-", "card ••••••")]
    [InlineData("card 467159", "card 467159")]
    [InlineData("card 4671593866478252", "card 467159-XX-XXXX-8252")]
    [InlineData("card 467159386647825 and more", "card 467159386647825 and more")]
    public void What_the_cut_went_through_is_taken_out_too(string beginning, string shown) =>
        Assert.Equal(shown, Redaction.OfBeginning(beginning, s_secrets));
}
