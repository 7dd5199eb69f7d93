using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Web.Dashboard;
using FreedomPaySandbox.Emulator.Web.Dashboard.Words;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("de", "en")]
    [InlineData("ru-RU,ru;q=0.9", "ru")]
    [InlineData("en;q=0.5, ru;q=0.4", "en")]
    public async Task The_browser_says_which(string? accepted, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        if (accepted is not null)
            visitor.Headers["Accept-Language"] = accepted;
        Assert.Equal(code, (await visitor.GetAsync("/")).Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_choice_is_kept()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        var link = (await visitor.GetAsync("/requests?outcome=ok")).Page.QuerySelector(".languages a[lang=ru]")!.GetAttribute("href");
        Assert.Equal("/requests?outcome=ok&lang=ru", link);
        Assert.Equal("Запросы", (await visitor.GetAsync(link!)).Heading);
        Assert.Equal("Выплаты", (await visitor.GetAsync("/")).Heading);
        Assert.Equal("Payouts", (await visitor.GetAsync("/?lang=en")).Heading);
    }

    [Fact]
    public void Every_outcome_of_a_form_is_told_in_words_of_its_own()
    {
        foreach (var language in DashboardLanguage.All)
        {
            var told = Enum.GetValues<FlashKind>().Select(kind => language.Texts.Said(new Flash(kind, 1, 2, 3, 4, 5))).ToList();
            Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Nothing_is_left_untranslated()
    {
        string[] same = [nameof(DashboardTexts.AdminApi)];
        var alike = typeof(DashboardTexts).GetProperties()
            .Where(property => property.PropertyType == typeof(string) && Equals(property.GetValue(EnglishDashboard.Texts), property.GetValue(RussianDashboard.Texts)))
            .Select(property => property.Name);
        Assert.Equal(same, alike.ToArray());
    }
}
