using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

public sealed class PageSnapshotTests
{
    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task The_page_of_a_payout_as_a_whole(string language) =>
        await Verify(PageScene.Lines(await PageScene.FormAsync(PageScene.Payout, PageScene.Language(language))), "html")
            .UseParameters(language);

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task The_page_of_a_card_to_save_after_a_refusal_as_a_whole(string language)
    {
        var view = PageScene.Saving with { Refusal = GatewayError.Get(GatewayError.WrongCardNumber) };
        await Verify(PageScene.Lines(await PageScene.FormAsync(view, PageScene.Language(language))), "html").UseParameters(language);
    }

    [Theory]
    [MemberData(nameof(PageScene.Languages), MemberType = typeof(PageScene))]
    public async Task A_notice_as_a_whole(string language) =>
        await Verify(PageScene.Lines(await PageScene.NoticeAsync(NoticeKind.ForgedPost, PageScene.Language(language))), "html")
            .UseParameters(language);
}
