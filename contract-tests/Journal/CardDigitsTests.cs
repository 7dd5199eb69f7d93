using System.Globalization;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Fuzzing;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class CardDigitsTests(ITestOutputHelper output)
{
    private const string Card = "4671593866478252";

    [Theory]
    [InlineData("", false)]
    [InlineData("123456789012", false)]
    [InlineData("1234567890123", true)]
    [InlineData("1234-5678 9012 3", true)]
    [InlineData("1234 - 5678 - 9012 - 3", true)]
    [InlineData("1.2.3.4.5.6.7.8.9.0.1.2.3", true)]
    [InlineData("2026-11-24T00:58:27+00:00", false)]
    [InlineData("f9702da852e1ea9d512144d6ffc73f4b", false)]
    [InlineData("payment 4963922019 and 4963922020", false)]
    [InlineData("Описание платежа номер двадцать", false)]
    public void Thirteen_digits_in_a_row_are_looked_at(string text, bool isLookedAt) => Assert.Equal(isLookedAt, CardDigits.MayBeIn(text));

    [Fact]
    public void None_hides_between_the_steps() => FixedSeed.ForAll(
        Gen.Elements('1', '2', '3', '4', '5', '6', '7', '8', ' ', '-', 'x', '.', '/').ListOf().Resize(120).Select(text => string.Concat(text)),
        text => Assert.Equal(text.Split('x').Any(run => run.Count(char.IsAsciiDigit) >= 13), CardDigits.MayBeIn(text)));

    [Theory]
    [InlineData("4671 5938 6647 8252", "467159-XX-XXXX-8252")]
    [InlineData("4671–5938–6647–8252", "467159-XX-XXXX-8252")]
    [InlineData("4671.5938.6647.8252", "467159-XX-XXXX-8252")]
    [InlineData("4671/5938/6647/8252", "467159-XX-XXXX-8252")]
    [InlineData("4671_5938_6647_8252", "467159-XX-XXXX-8252")]
    [InlineData("4671\t5938\r\n6647\u200b8252", "467159-XX-XXXX-8252")]
    [InlineData("4 6 7 1 5 9 3 8 6 6 4 7 8 2 5 2", "467159-XX-XXXX-8252")]
    [InlineData("٤٦٧١٥٩٣٨٦٦٤٧٨٢٥٢", "467159-XX-XXXX-8252")]
    [InlineData("４６７１ ５９３８ ６６４７ ８２５２", "467159-XX-XXXX-8252")]
    [InlineData("4671%205938%206647%208252", "467159-XX-XXXX-8252")]
    [InlineData("%34671593866478252", "467159-XX-XXXX-8252")]
    [InlineData("http://shop.kz/?c=4671593866478252&x=1", "http://shop.kz/?c=467159-XX-XXXX-8252&x=1")]
    [InlineData("card4671593866478252ok", "card467159-XX-XXXX-8252ok")]
    [InlineData("4671593866478252 12/28 123", "467159XXXXXX8252 XX/XX XXX")]
    [InlineData("9994671593866478252", "999467159XXXXXX8252")]
    [InlineData("1 4671593866478252", "1 467159XXXXXX8252")]
    [InlineData("4️⃣6️⃣7️⃣1️⃣5️⃣9️⃣3️⃣8️⃣6️⃣6️⃣4️⃣7️⃣8️⃣2️⃣5️⃣2️⃣", "467159-XX-XXXX-8252️⃣")]
    public void A_card_number_is_found_in_any_disguise(string text, string shown) => Assert.Equal(shown, CardDigits.Hide(text));

    [Theory]
    [InlineData("4671593866478253")]
    [InlineData("1764321234567")]
    [InlineData("+996 555 123 456")]
    [InlineData("KG1230123456789012345")]
    [InlineData("2026-11-24 00:58:27.123456")]
    [InlineData("467159-XX-XXXX-8252")]
    [InlineData("")]
    public void Other_digits_stay(string text) => Assert.Same(text, CardDigits.Hide(text));

    [Theory]
    [InlineData("10000000000008")]
    [InlineData("7000000000000007")]
    public void The_card_of_the_call_counts_whatever_range_it_is_of(string card)
    {
        Assert.True(CardNumber.PassesLuhn(card) || card[0] == '7');
        Assert.False(CardDigits.AreIn(card));
        Assert.True(CardDigits.AreIn($"x {card[..4]} {card[4..]} y", card));
        Assert.DoesNotContain(card, CardDigits.Hide($"{card}", card), StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_disguises_are_all_found()
    {
        for (var number = 0UL; number < 100_000; number++)
        {
            var dice = new Dice(18, number);
            var (text, card) = Disguise.Draw(dice);
            var shown = Disguise.GetDigits(CardDigits.Hide(text));
            Assert.False(shown.Contains(card, StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"{number}: {text}"));
        }
    }

    [Fact]
    public void Ordinary_long_numbers_stay_readable()
    {
        const int Texts = 10_000;
        var alarms = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0UL; number < Texts; number++)
        {
            var (kind, text) = OrdinaryText.Draw(new Dice(18, number));
            alarms[kind] = alarms.GetValueOrDefault(kind) + (CardDigits.AreIn(text) ? 1 : 0);
        }

        output.WriteLine($"{alarms.Values.Sum()} of {Texts} ordinary texts look like a card: {string.Join(", ", alarms.Select(kind => $"{kind.Key} {kind.Value}"))}");
        Assert.InRange(alarms.Values.Sum(), 0, Texts / 50);
    }

    [Fact]
    public void Nothing_is_allocated_for_what_holds_none()
    {
        // Twice, because the first call allocates what belongs to the class.
        string[] usual = ["9970", "1234", "100", "Описание платежа", "http://localhost:9099/post", "some random string", "36e4eab5568b31ab0550be8334786114", "2026-11-24T00:58:27+00:00", "Ivan Ivanov"];
        foreach (var text in usual)
            AllocatedBy(text);

        Assert.Equal("", string.Join(", ", usual.Where(text => AllocatedBy(text) > 0)));
    }

    private static long AllocatedBy(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var shown = CardDigits.Hide(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Same(text, shown);
        return allocated;
    }
}
