using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Bank;

public sealed class IinTests
{
    /// <summary>Numbers of companies, as they publish them; no person's.</summary>
    public static TheoryData<string> OfOrganisations => ["941240001151", "020240000555", "971240001315", "940140000385", "010940000162"];

    [Theory, MemberData(nameof(OfOrganisations))]
    public void A_published_number_is_right(string text) => Assert.True(Read(text).HasValidCheckDigit);

    [Theory, MemberData(nameof(OfOrganisations))]
    public void Another_check_digit_is_found(string text) => Assert.Equal(
        [text],
        Enumerable.Range(0, 10).Select(digit => $"{text[..^1]}{digit}").Where(number => Read(number).HasValidCheckDigit),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("000000000101")]
    [InlineData("000000000198")]
    public void A_remainder_of_ten_is_taken_again_with_the_other_weights(string text) => Assert.True(Read(text).HasValidCheckDigit);

    [Fact]
    public void Where_it_is_ten_again_no_check_digit_is_right() =>
        Assert.DoesNotContain(Enumerable.Range(0, 10), digit => Read($"94124000058{digit}").HasValidCheckDigit);

    [Fact]
    public void Eleven_digits_have_the_check_digit_of_their_weights_or_none()
    {
        var (first, second, none) = (0, 0, 0);
        FixedSeed.ForAll(AnyBankDetail.IinStart, start =>
        {
            var right = Enumerable.Range(0, 10).Where(digit => Read($"{start}{digit}").HasValidCheckDigit).ToList();
            var (remainder, other) = (Remainder(start, shift: 0), Remainder(start, shift: 2));
            if (remainder < 10)
                first++;
            else if (other < 10)
                second++;
            else
                none++;
            Assert.Equal(remainder < 10 ? [remainder] : other < 10 ? [other] : [], right);
        });
        Assert.True(first > 300 && second > 10 && none > 0);
    }

    [Fact]
    public void A_changed_digit_is_found_but_for_the_eleventh()
    {
        // Its weight is 11, which the remainder by 11 does not see: the number's own weakness.
        FixedSeed.ForAll(
            from start in AnyBankDetail.IinStart
            from change in AnyBankDetail.Change(10)
            select (start, change.Place, change.Digit),
            example =>
            {
                var (start, place, digit) = example;
                var changed = $"{start[..place]}{digit}{start[(place + 1)..]}";
                if (changed == start || Remainder(start, 0) == 10 || Remainder(changed, 0) == 10)
                    return;
                Assert.False(Read($"{changed}{Remainder(start, 0)}").HasValidCheckDigit);
            });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("94124000115")]
    [InlineData("9412400011511")]
    [InlineData("94124000115 ")]
    [InlineData("94124000115A")]
    [InlineData("-41240001151")]
    [InlineData("٩٤١٢٤٠٠٠١١٥١")]
    public void Anything_but_twelve_digits_is_none(string? text) => Assert.Null(Iin.TryParse(text));

    [Fact]
    public void Shown_it_is_masked_but_for_its_end() => Assert.Equal("XXXXXXXX1151", $"{Read("941240001151")}");

    // The weights written as the law has them: 1 to 11, and from the third on round to the second.
    private static int Remainder(string start, int shift)
    {
        var sum = 0;
        for (var i = 0; i < 11; i++)
            sum += ((i + shift) % 11 + 1) * (start[i] - '0');
        return sum % 11;
    }

    private static Iin Read(string text) => Iin.TryParse(text) ?? throw new ArgumentException("No IIN.", nameof(text));
}
