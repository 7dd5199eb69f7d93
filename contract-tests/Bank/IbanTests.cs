using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Bank;

public sealed class IbanTests
{
    /// <summary>The examples of the register of IBANs and of banks' own pages.</summary>
    public static TheoryData<string> Published =>
    [
        "KZ86125KZT5004100100", "KZ563190000012344567", "DE89370400440532013000", "GB29NWBK60161331926819", "NO9386011117947",
        "FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S", "LC55HEMM000100010012001200023015",
    ];

    [Theory, MemberData(nameof(Published))]
    public void A_published_example_is_right(string text) => Assert.True(Read(text).HasValidCheckDigits);

    [Theory, MemberData(nameof(Published))]
    public void One_wrong_digit_anywhere_is_found(string text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            for (var digit = '0'; digit <= '9' && char.IsAsciiDigit(text[i]); digit++)
                Assert.Equal(digit == text[i], Read($"{text[..i]}{digit}{text[(i + 1)..]}").HasValidCheckDigits);
        }
    }

    [Fact]
    public void The_check_digits_that_follow_from_the_rest_are_right_and_a_changed_digit_is_found() => FixedSeed.ForAll(
        from text in AnyBankDetail.Iban
        from change in AnyBankDetail.Change(text.Length - 2)
        select (text, change.Place + 2, change.Digit),
        example =>
        {
            var (text, place, digit) = example;
            Assert.True(Read(text).HasValidCheckDigits);
            if (char.IsAsciiDigit(text[place]) && digit != text[place])
                Assert.False(Read($"{text[..place]}{digit}{text[(place + 1)..]}").HasValidCheckDigits);
        });

    [Fact]
    public void Two_peers_that_changed_places_are_found() => FixedSeed.ForAll(
        from text in AnyBankDetail.Iban
        from place in Gen.Choose(4, text.Length - 2)
        select (text, place),
        example =>
        {
            var (text, place) = example;
            // A letter and a digit may give one number either way: B1 and 1B are 111.
            if (char.IsAsciiDigit(text[place]) != char.IsAsciiDigit(text[place + 1]))
                return;
            var swapped = $"{text[..place]}{text[place + 1]}{text[place]}{text[(place + 2)..]}";
            Assert.Equal(swapped == text, Read(swapped).HasValidCheckDigits);
        });

    [Theory]
    [InlineData("KZ86125KZT5004100100", true)]
    [InlineData("KZ44125KZT500410010", false)]
    [InlineData("KZ21125KZT50041001000", false)]
    public void A_Kazakh_one_has_twenty_characters(string text, bool right) => Assert.Equal(right, Read(text).HasValidCheckDigits);

    [Fact]
    public void Check_digits_that_nobody_gives_out_are_wrong_though_their_remainder_is_right()
    {
        // 97, 98 and 99 more or less is the same to a remainder by 97; check digits are 02 to 98.
        var twins = 0;
        FixedSeed.ForAll(AnyBankDetail.Iban, text =>
        {
            var digits = int.Parse(text.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var twin in (int[])[digits - 97, digits + 97])
            {
                if (twin is < 0 or > 99)
                    continue;
                twins++;
                Assert.False(Read($"{text[..2]}{twin:00}{text[4..]}").HasValidCheckDigits);
            }
        });
        Assert.True(twins > 0);
    }

    [Fact]
    public void The_vendors_own_example_has_the_form_and_wrong_check_digits() => Assert.False(Read("KZ123412341234123412").HasValidCheckDigits);

    [Theory]
    [InlineData("AA00AAAAAAAAAAA")]
    [InlineData("ZZ9999999999999")]
    [InlineData("KZ00ABCDEFGHIJKLMNOPQRSTUVWXYZ0123")]
    public void Two_letters_two_digits_and_11_to_30_more_are_the_form(string text) => Assert.Equal(text, Read(text).Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KZ")]
    [InlineData("KZ861234567890")]
    [InlineData("KZ00ABCDEFGHIJKLMNOPQRSTUVWXYZ01234")]
    [InlineData("kz86125kzt5004100100")]
    [InlineData("KZ86125kzt5004100100")]
    [InlineData("KZ86 125K ZT50 0410 0100")]
    [InlineData(" KZ86125KZT5004100100")]
    [InlineData("KZ86125KZT5004100100\n")]
    [InlineData("K186125KZT5004100100")]
    [InlineData("8686125KZT5004100100")]
    [InlineData("KZK6125KZT5004100100")]
    [InlineData("KZ86125KZT500410010-")]
    [InlineData("КZ86125KZT5004100100")]
    [InlineData("KZ٨٦125KZT5004100100")]
    [InlineData("KZ86125KZT50041001００")]
    public void Anything_else_is_no_IBAN(string? text) => Assert.Null(Iban.TryParse(text));

    [Fact]
    public void Shown_it_is_masked_but_for_its_end() => FixedSeed.ForAll(AnyBankDetail.Iban, text =>
    {
        var iban = Read(text);
        Assert.Equal(text.Length, iban.Mask.Length);
        Assert.Equal(new string('X', text.Length - 4) + text[^4..], $"{iban}");
    });

    [Fact]
    public void Its_country_is_in_front() => Assert.Equal("DE", Read("DE89370400440532013000").Country);

    private static Iban Read(string text) => Iban.TryParse(text) ?? throw new ArgumentException("No IBAN.", nameof(text));
}
