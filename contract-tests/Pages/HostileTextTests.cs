using AngleSharp.Html.Dom;
using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</dd></dl><form action=https://evil.example><input name=card>")]
    [InlineData("\" autofocus onfocus=\"alert(1)")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style><img src=x onerror=alert(1)>")]
    [InlineData("<!--")]
    [InlineData("&lt;b&gt; &amp;")]
    [InlineData("]]>\u2028@(1+1) {{1}}")]
    public async Task What_a_merchant_wrote_stays_text_wherever_it_is_shown(string text)
    {
        var harmless = await PageScene.FormAsync(PageScene.Payout);
        var page = await PageScene.FormAsync(PageScene.Payout with
        {
            Token = text,
            Payout = PageScene.Payout.Payout! with { Description = text, Currency = text, OrderId = text },
        });

        Assert.Equal(Skeleton(harmless), Skeleton(page));
        Assert.Equal(text, page.QuerySelector("#description + dd")!.TextContent);
        Assert.Equal(text, page.QuerySelector(".amount span")!.TextContent);
        Assert.Equal(text, page.QuerySelector("input[name=token]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_token_is_in_no_text_about_the_page()
    {
        var answer = await PageRenderer.CardFormAsync(PageScene.Payout, PageLanguage.English);

        Assert.Contains("form-token", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("form-token", $"{answer} {PageScene.Payout}", StringComparison.Ordinal);
    }

    private static string[] Skeleton(IHtmlDocument page) =>
        [.. page.All.Select(element => $"{element.TagName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}")];
}
