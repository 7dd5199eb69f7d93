using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class PageAnswerTests
{
    [Fact]
    public async Task A_page_is_kept_nowhere_and_read_as_html_only()
    {
        var response = await PageScene.SendAsync(await PageRenderer.CardFormAsync(PageScene.Payout, PageLanguage.Russian));

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.ContentType);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.Equal(response.ContentLength, response.Body.Length);
    }

    [Fact]
    public async Task A_form_that_is_posted_says_where_it_comes_from() =>
        Assert.Equal("same-origin", (await PageScene.SendAsync(new PageAnswer(200, ""))).Headers["Referrer-Policy"]);

    [Fact]
    public async Task The_stylesheet_of_the_page_is_the_one_that_is_allowed()
    {
        var answer = await PageRenderer.CardFormAsync(PageScene.Payout, PageLanguage.Russian);
        var style = PageScene.Read(answer).QuerySelectorAll("style").Single().TextContent;

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains("--ground", style, StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
            (await PageScene.SendAsync(answer)).Headers.ContentSecurityPolicy);
    }

    [Fact]
    public async Task After_the_form_the_browser_may_go_to_any_merchant() =>
        Assert.DoesNotContain("form-action",
            (await PageScene.SendAsync(new PageAnswer(200, ""))).Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "; frame-ancestors 'none'")]
    [InlineData(true, "; frame-ancestors *")]
    public async Task Only_a_payout_that_asked_for_a_frame_may_be_shown_in_one(bool framed, string end)
    {
        var form = await PageRenderer.CardFormAsync(PageScene.Payout with { Framed = framed }, PageLanguage.English);
        var notice = await PageRenderer.NoticeAsync(NoticeKind.UsedLink, PageLanguage.English, framed);

        foreach (var answer in new[] { form, notice })
            Assert.EndsWith(end, (await PageScene.SendAsync(answer)).Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_request_gets_the_length_and_no_page()
    {
        var response = await PageScene.SendAsync(new PageAnswer(410, "<p>Ж</p>"), "HEAD");

        Assert.Equal(410, response.StatusCode);
        Assert.Equal(9, response.ContentLength);
        Assert.Equal(0, response.Body.Length);
    }
}
