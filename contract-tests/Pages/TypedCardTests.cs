using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class TypedCardTests
{
    [Theory]
    [InlineData("4405645000006150")]
    [InlineData("4405 6450 0000 6150")]
    [InlineData("  4405\u00A06450\u202F0000\t6150\r\n")]
    [InlineData("4405-6450-0000-6150")]
    [InlineData("4405\u20136450\u20140000\u20116150")]
    [InlineData("4405\u22126450 - 0000 - 6150")]
    [InlineData("\uFEFF\u200E4405645000006150\u202C")]
    public void A_number_may_be_written_in_groups(string typed)
    {
        var card = TypedCard.Read(typed);

        Assert.Null(card.Problem);
        Assert.Equal("4405645000006150", card.Number);
    }

    [Fact]
    public void Every_test_card_can_be_typed() =>
        Assert.All(TestCard.All, card => Assert.Equal(card.Number, TypedCard.Read(card.Number).Number));

    [Theory]
    [InlineData(null, nameof(TypedCardProblem.Empty))]
    [InlineData("", nameof(TypedCardProblem.Empty))]
    [InlineData(" \u00A0\t", nameof(TypedCardProblem.Empty))]
    [InlineData("-", nameof(TypedCardProblem.NotDigits))]
    [InlineData("4405 6450 0000 615O", nameof(TypedCardProblem.NotDigits))]
    [InlineData("4405.6450.0000.6150", nameof(TypedCardProblem.NotDigits))]
    [InlineData("+4405645000006150", nameof(TypedCardProblem.NotDigits))]
    [InlineData("\u0664405645000006150", nameof(TypedCardProblem.NotDigits))]
    [InlineData("4405645000006150\0", nameof(TypedCardProblem.NotDigits))]
    [InlineData("4405 6450 0000", nameof(TypedCardProblem.Length))]
    [InlineData("0", nameof(TypedCardProblem.Length))]
    [InlineData("000000000000000000000", nameof(TypedCardProblem.Length))]
    [InlineData("4405 6450 0000 6151", nameof(TypedCardProblem.CheckDigit))]
    [InlineData("4405 6450 0000 1650", nameof(TypedCardProblem.CheckDigit))]
    public void What_is_wrong_is_told_apart(string? typed, string problem)
    {
        var card = TypedCard.Read(typed);

        Assert.Equal(Enum.Parse<TypedCardProblem>(problem), card.Problem);
        Assert.Null(card.Number);
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(1_000_000, false)]
    public void A_number_has_13_to_20_digits(int digits, bool fits) =>
        Assert.Equal(fits ? null : TypedCardProblem.Length, TypedCard.Read(new string('0', digits)).Problem);

    [Fact]
    public void The_number_is_in_no_text_about_it()
    {
        Assert.Equal("440564-XX-XXXX-6150", TypedCard.Read("4405645000006150").ToString());
        Assert.Equal("CheckDigit", TypedCard.Read("4405645000006151").ToString());
    }
}
