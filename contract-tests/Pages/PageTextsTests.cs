using System.Reflection;
using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class PageTextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages_each_in_its_own_letters()
    {
        var russian = GetAll(PageLanguage.Russian.Texts);
        var english = GetAll(PageLanguage.English.Texts);

        Assert.Equal(russian.Count, english.Count);
        Assert.All(russian.AssertNotEmpty(), text => Assert.Contains(text, letter => letter is >= 'А' and <= 'я' or 'ё'));
        Assert.All(english, text => Assert.DoesNotContain(text, letter => letter is >= '\u0400' and <= '\u04FF'));
        Assert.All(english, text => Assert.Contains(text, char.IsAsciiLetter));
    }

    [Fact]
    public void Texts_neither_begin_nor_end_in_the_middle() =>
        Assert.All(PageLanguage.All.SelectMany(language => GetAll(language.Texts)).AssertNotEmpty(), text => Assert.Equal(text.Trim(), text));

    [Theory]
    [InlineData(1, "0,01", "0.01")]
    [InlineData(100, "1,00", "1.00")]
    [InlineData(123_456_789, "1\u00A0234\u00A0567,89", "1,234,567.89")]
    [InlineData(9_999_999_900, "99\u00A0999\u00A0999,00", "99,999,999.00")]
    public void Money_is_written_as_the_language_writes_it(long minor, string russian, string english)
    {
        Assert.Equal(russian, PageLanguage.Russian.Texts.Money(new Amount(minor)));
        Assert.Equal(english, PageLanguage.English.Texts.Money(new Amount(minor)));
    }

    [Theory]
    [InlineData(0, "(UTC)")]
    [InlineData(360, "(UTC+6)")]
    [InlineData(330, "(UTC+5:30)")]
    [InlineData(-210, "(UTC\u22123:30)")]
    public void A_moment_is_written_with_its_distance_from_utc(int minutes, string zone)
    {
        var moment = new DateTimeOffset(2027, 5, 3, 9, 5, 59, TimeSpan.FromMinutes(minutes));

        Assert.Equal($"3\u00A0мая 2027, 09:05 {zone}", PageLanguage.Russian.Texts.Moment(moment));
        Assert.Equal($"3\u00A0May 2027, 09:05 {zone}", PageLanguage.English.Texts.Moment(moment));
    }

    private static List<string> GetAll(PageTexts texts) =>
    [
        .. typeof(PageTexts).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => (string)property.GetValue(texts)!),
        .. Enum.GetValues<TypedCardProblem>().Select(texts.Problem),
        .. Enum.GetValues<NoticeKind>().SelectMany(kind => new[] { texts.Notice(kind).Title, texts.Notice(kind).Text }),
        .. TestCard.All.Select(texts.Outcome),
        texts.RefusedWith(10009),
        texts.PayoutButton("1"),
        .. Enumerable.Range(1, 12).Select(month => texts.Moment(new DateTimeOffset(2027, month, 1, 0, 0, 0, TimeSpan.Zero))),
    ];
}
