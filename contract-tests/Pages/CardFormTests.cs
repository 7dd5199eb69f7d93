using AngleSharp.Html.Dom;
using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class CardFormTests
{
    private static readonly string[] s_references = ["for", "aria-describedby", "aria-labelledby"];

    [Fact]
    public async Task The_form_is_posted_to_the_address_of_the_page()
    {
        var form = (await PageScene.FormAsync(PageScene.Payout)).Forms.Single();

        Assert.Equal("post", form.Method);
        Assert.False(form.HasAttribute("action"));
        Assert.Single(form.QuerySelectorAll("button[type=submit]"));
    }

    [Fact]
    public async Task The_form_has_one_field_to_fill_in_and_two_that_come_back_as_they_are()
    {
        var page = await PageScene.FormAsync(PageScene.Payout, PageLanguage.Russian);

        Assert.Equal(["token", "lang", "card"], page.QuerySelectorAll("input").Select(input => input.GetAttribute("name")!).ToArray());
        Assert.Equal("form-token", page.QuerySelector("input[type=hidden][name=token]")!.GetAttribute("value"));
        Assert.Equal("ru", page.QuerySelector("input[type=hidden][name=lang]")!.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task The_field_can_be_filled_in_by_a_browser_a_phone_and_a_screen_reader(string code)
    {
        var language = PageScene.Language(code);
        var page = await PageScene.FormAsync(PageScene.Payout, language);
        var card = (IHtmlInputElement)page.GetElementById("card")!;

        Assert.Equal("text", card.Type);
        Assert.Equal("numeric", card.GetAttribute("inputmode"));
        Assert.Equal("cc-number", card.GetAttribute("autocomplete"));
        Assert.Equal(language.Texts.CardLabel, page.QuerySelectorAll("label[for=card]").Single().TextContent);
        Assert.Equal(language.Texts.CardHint, page.GetElementById(card.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_wrong_at_first()
    {
        var page = await PageScene.FormAsync(PageScene.Payout);
        var card = page.GetElementById("card")!;

        Assert.Null(page.GetElementById("card-error"));
        Assert.False(card.HasAttribute("aria-invalid"));
        Assert.False(card.HasAttribute("autofocus"));
        Assert.Equal("Receive a payout · Payout sandbox", page.Title);
    }

    [Fact]
    public async Task A_payout_is_shown_with_all_that_tells_it_from_others()
    {
        var page = await PageScene.FormAsync(PageScene.Payout);

        Assert.Equal("12,500.50 KGS", page.QuerySelector(".amount")!.TextContent);
        Assert.Equal("Receive 12,500.50\u00A0KGS", page.QuerySelector("button")!.TextContent);
        Assert.Equal(
            [
                ("What for", "Возврат за бронирование"),
                ("Merchant", "No.\u00A09970"),
                ("Order", "order-77"),
                ("Link valid until", "24\u00A0November 2026, 15:00 (UTC+6)"),
            ],
            page.QuerySelectorAll("dl > div").Select(fact => (fact.QuerySelector("dt")!.TextContent, fact.QuerySelector("dd")!.TextContent)));
        Assert.Equal("2026-11-24T15:00:00+06:00", page.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_card_that_is_only_saved_has_no_amount()
    {
        var page = await PageScene.FormAsync(PageScene.Saving);

        Assert.Null(page.QuerySelector(".amount"));
        Assert.Equal("Save a card for payouts", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Save the card", page.QuerySelector("button")!.TextContent);
        Assert.Equal(["Merchant"], page.QuerySelectorAll("dt").Select(name => name.TextContent).ToArray());
    }

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task Every_test_card_is_listed_with_what_it_does(string code)
    {
        var texts = PageScene.Language(code).Texts;
        var page = await PageScene.FormAsync(PageScene.Payout, PageScene.Language(code));

        Assert.Equal(
            TestCard.All.Select(card => (card.Number, texts.Outcome(card))),
            page.QuerySelectorAll("details tbody tr").Select(row =>
                (row.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal), row.Children[1].TextContent)));
    }

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task The_page_says_its_language_and_links_to_the_other(string code)
    {
        var page = await PageScene.FormAsync(PageScene.Payout, PageScene.Language(code));

        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["?lang=ru", "?lang=en"], page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")!).ToArray());
        Assert.Equal(code, page.QuerySelectorAll("nav a[aria-current=true]").Single().GetAttribute("hreflang"));
    }

    [Fact]
    public async Task The_page_loads_and_runs_nothing()
    {
        var page = await PageScene.FormAsync(PageScene.Payout);

        Assert.Empty(page.QuerySelectorAll("script, link[rel=stylesheet], img, iframe, object, [style], [src]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.StartsWith("data:", page.QuerySelector("link")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_id_is_there_once_and_every_reference_has_its_element()
    {
        var page = await PageScene.FormAsync(PageScene.Payout with { Problem = TypedCardProblem.Length });
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        var references = page.All
            .SelectMany(element => s_references.Select(name => element.GetAttribute(name) ?? ""))
            .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Distinct(ids, StringComparer.Ordinal);
        Assert.Subset(ids.ToHashSet(StringComparer.Ordinal), references.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(160, null)]
    [InlineData(1024, "0")]
    public async Task A_long_description_can_be_scrolled_from_the_keyboard(int length, string? tabIndex)
    {
        var text = new string('Щ', length);
        var page = await PageScene.FormAsync(PageScene.Payout with { Payout = PageScene.Payout.Payout! with { Description = text } });

        var description = page.QuerySelector("#description + dd")!;
        Assert.Equal(text, description.TextContent);
        Assert.Equal(tabIndex, description.QuerySelector("[role=region]")?.GetAttribute("tabindex"));
    }
}
