using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class NoticeTests
{
    [Theory]
    [InlineData(nameof(NoticeKind.UsedLink), 410, false)]
    [InlineData(nameof(NoticeKind.ExpiredLink), 410, false)]
    [InlineData(nameof(NoticeKind.UnknownLink), 404, false)]
    [InlineData(nameof(NoticeKind.ForgedPost), 403, true)]
    [InlineData(nameof(NoticeKind.UnreadableForm), 400, true)]
    [InlineData(nameof(NoticeKind.NothingToDo), 200, false)]
    [InlineData(nameof(NoticeKind.StoreUnavailable), 503, true)]
    [InlineData(nameof(NoticeKind.Fault), 500, true)]
    public async Task A_notice_has_its_status_and_offers_the_page_again_where_that_helps(string kind, int status, bool again)
    {
        var answer = await PageRenderer.NoticeAsync(Enum.Parse<NoticeKind>(kind), PageLanguage.English);

        Assert.Equal(status, answer.Status);
        Assert.Equal(again ? ["?lang=en"] : [], PageScene.Read(answer).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToArray());
    }

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task Every_notice_says_what_is_the_matter_and_has_no_form(string code)
    {
        var language = PageScene.Language(code);
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var page = await PageScene.NoticeAsync(kind, language);
            var words = language.Texts.Notice(kind);

            Assert.Empty(page.Forms);
            Assert.Equal(words.Title, page.QuerySelector("h1")!.TextContent);
            Assert.Equal(words.Text, page.QuerySelector("h1 + p")!.TextContent);
            Assert.Equal($"{words.Title} · {language.Texts.Brand}", page.Title);
        }
    }
}
