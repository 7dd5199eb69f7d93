using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class CardFormErrorTests
{
    public static IEnumerable<object[]> Problems { get; } =
        from language in PageLanguage.All
        from problem in Enum.GetNames<TypedCardProblem>()
        select new object[] { language.Code, problem };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task What_is_wrong_stands_beside_the_field_that_has_the_focus(string code, string name)
    {
        var problem = Enum.Parse<TypedCardProblem>(name);
        var language = PageScene.Language(code);
        var answer = await PageRenderer.CardFormAsync(PageScene.Payout with { Problem = problem }, language);
        var page = PageScene.Read(answer);
        var card = page.GetElementById("card")!;
        var error = page.GetElementById("card-error")!;

        Assert.Equal(422, answer.Status);
        Assert.Equal(language.Texts.Problem(problem), error.TextContent.Trim());
        Assert.Equal("P", error.TagName);
        Assert.Equal("alert", error.GetAttribute("role"));
        Assert.Same(card, error.PreviousElementSibling);
        Assert.Equal("card-error card-hint", card.GetAttribute("aria-describedby"));
        Assert.Equal("true", card.GetAttribute("aria-invalid"));
        Assert.True(card.HasAttribute("autofocus"));
        Assert.StartsWith($"{language.Texts.ErrorInTitle}: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_field_is_empty_again()
    {
        var page = await PageScene.FormAsync(PageScene.Payout with { Problem = TypedCardProblem.CheckDigit });
        Assert.False(page.GetElementById("card")!.HasAttribute("value"));
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_and_the_vendors_words_in_their_language()
    {
        var answer = await PageRenderer.CardFormAsync(PageScene.Payout with { Refusal = GatewayError.Get(10009) }, PageLanguage.English);
        var error = PageScene.Read(answer).GetElementById("card-error")!;

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            "The gateway refused with code 10009: Недостаточно средств Try another card, or ask the merchant.", error.TextContent.Trim());
        Assert.Equal("ru", error.QuerySelector("q")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task English_words_of_the_vendor_are_marked_as_such()
    {
        var page = await PageScene.FormAsync(PageScene.Payout with { Refusal = GatewayError.Get(10045) }, PageLanguage.Russian);
        Assert.Equal("en", page.QuerySelector("#card-error q")!.GetAttribute("lang"));
    }
}
