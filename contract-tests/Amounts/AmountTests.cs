using System.Globalization;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Amounts;

public sealed class AmountTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("100", 10_000)]
    [InlineData("100.5", 10_050)]
    [InlineData("100.50", 10_050)]
    [InlineData("100.05", 10_005)]
    [InlineData("0.01", 1)]
    [InlineData("0.1", 10)]
    [InlineData("00100.00", 10_000)]
    [InlineData("99999999.00", 9_999_999_900)]
    [InlineData("999999999999999.99", 99_999_999_999_999_999)]
    [Proves("T-11")]
    public void Digits_with_at_most_two_decimals_are_an_amount(string text, long minor)
    {
        Assert.True(Amount.TryParse(text, out var amount));
        Assert.Equal(minor, amount.Minor);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("0.001")]
    [InlineData("1.000")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("100,00")]
    [InlineData("1,000.00")]
    [InlineData("1 000")]
    [InlineData("1\u00A0000")]
    [InlineData("1_000")]
    [InlineData(" 100")]
    [InlineData("100 ")]
    [InlineData("100\n")]
    [InlineData("100\0")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData(".")]
    [InlineData("1..5")]
    [InlineData("1.5.")]
    [InlineData("1.-5")]
    [InlineData("1.5 ")]
    [InlineData("(1)")]
    [InlineData("$1")]
    [InlineData("100 KGS")]
    [InlineData("１００")]
    [InlineData("١٠٠")]
    [InlineData("1000000000000000")]
    [InlineData("0000000000000001")]
    [InlineData("99999999999999999999999999999999999999")]
    [Proves("T-11")]
    public void Anything_else_is_none(string text)
    {
        Assert.False(Amount.TryParse(text, out var amount));
        Assert.Equal(Amount.Zero, amount);
    }

    [Theory]
    [InlineData(0, "0", "0.00")]
    [InlineData(1, "0.01", "0.01")]
    [InlineData(10, "0.1", "0.10")]
    [InlineData(50_000_000, "500000", "500000.00")]
    [InlineData(49_999_950, "499999.5", "499999.50")]
    [InlineData(1_347_608_515, "13476085.15", "13476085.15")]
    [InlineData(-5, "-0.05", "-0.05")]
    [InlineData(-150, "-1.5", "-1.50")]
    [InlineData(-100, "-1", "-1.00")]
    [InlineData(long.MaxValue, "92233720368547758.07", "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08", "-92233720368547758.08")]
    public void An_amount_is_written_without_trailing_zeros_or_with_two_decimals(long minor, string text, string @fixed)
    {
        Assert.Equal(text, new Amount(minor).ToString());
        Assert.Equal(@fixed, new Amount(minor).ToFixed());
    }

    [Fact]
    [Proves("T-11")]
    public void Every_form_in_which_an_amount_is_written_reads_as_the_same_amount() =>
        FixedSeed.ForAll(Gen.Choose(0, int.MaxValue).Two(), pair =>
        {
            var amount = new Amount(pair.Item1 * 46_000_000L + pair.Item2 % 100);
            Assert.True(Amount.TryParse(amount.ToString(), out var plain));
            Assert.True(Amount.TryParse(amount.ToFixed(), out var @fixed));
            Assert.Equal((amount, amount), (plain, @fixed));
            Assert.Equal(amount.Minor / 100m, decimal.Parse(amount.ToString(), CultureInfo.InvariantCulture));
        });

    [Fact]
    public void Sums_are_exact_and_overflow_is_an_accident()
    {
        Assert.Equal(new Amount(30), new Amount(10) + new Amount(20));
        Assert.Equal(new Amount(-10), new Amount(10) - new Amount(20));
        Assert.Throws<OverflowException>(() => new Amount(long.MaxValue) + new Amount(1));
        Assert.Throws<OverflowException>(() => new Amount(long.MinValue) - new Amount(1));
        Assert.Throws<OverflowException>(() => Amount.FromUnits(long.MaxValue));
    }

    [Theory]
    [InlineData(500_000, "6", 30_000)]
    [InlineData(1, "50", 1)]
    [InlineData(1, "49.9", 0)]
    [InlineData(10_050, "1.5", 151)]
    [InlineData(10_000, "0", 0)]
    public void A_share_is_rounded_half_up_to_a_hundredth(long minor, string percent, long share) =>
        Assert.Equal(new Amount(share), new Amount(minor).Percent(decimal.Parse(percent, CultureInfo.InvariantCulture)));

    [Fact]
    public void Amounts_compare_by_their_worth()
    {
        Assert.Equal((1L, 9_999_999_900L), (Amount.MinPayout.Minor, Amount.MaxPayout.Minor));
        Assert.True(Amount.MinPayout < Amount.MaxPayout && Amount.MaxPayout > Amount.MinPayout);
        Assert.True(Amount.MinPayout <= new Amount(1) && Amount.MinPayout >= new Amount(1));
        Assert.False(Amount.MinPayout < new Amount(1) || Amount.MinPayout > new Amount(1));
        Assert.True(Amount.Zero.CompareTo(Amount.MinPayout) < 0);
    }
}
