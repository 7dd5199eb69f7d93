using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class PageLanguageTests
{
    [Theory]
    [InlineData("en", "ru", "ru", "en")]
    [InlineData("EN", null, null, "en")]
    [InlineData("de", "en", "ru", "en")]
    [InlineData("", "en", "ru", "en")]
    [InlineData(null, "en", "ru", "en")]
    [InlineData(null, "xx", "en", "en")]
    [InlineData(null, null, "en", "en")]
    [InlineData(null, null, null, "ru")]
    public void What_was_chosen_comes_before_what_the_browser_prefers(string? asked, string? posted, string? accepted, string expected) =>
        Assert.Equal(expected, PageLanguage.Choose(asked, posted, accepted).Code);

    [Theory]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData("ru;q=0.5, en;q=0.8", "en")]
    [InlineData("kk-KZ, en;q=0.3, ru;q=0.7", "ru")]
    [InlineData("ky, en", "en")]
    [InlineData("de, fr;q=0.5", "ru")]
    [InlineData("en;q=0, *", "ru")]
    [InlineData("*", "ru")]
    [InlineData("english", "ru")]
    [InlineData("", "ru")]
    [InlineData(";;;,q=,\u0000", "ru")]
    public void Of_the_browsers_languages_the_best_liked_one_is_taken(string accepted, string expected) =>
        Assert.Equal(expected, PageLanguage.Choose(asked: null, posted: null, accepted).Code);
}
