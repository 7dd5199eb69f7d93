using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>A recipient's page as a browser reads it.</summary>
internal static class PageScene
{
    public static CardFormView Saving { get; } = new(9970, "form-token");

    public static CardFormView Payout { get; } = Saving with
    {
        Payout = new OfferedPayout(new Amount(1_250_050), "KGS", "Возврат за бронирование") { OrderId = "order-77" },
        ValidUntil = new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.FromHours(6)),
    };

    public static TheoryData<string> Languages { get; } = new(PageLanguage.All.Select(language => language.Code));

    public static PageLanguage Language(string code) => PageLanguage.All.Single(language => language.Code == code);

    public static async Task<IHtmlDocument> FormAsync(CardFormView view, PageLanguage? language = null) =>
        Read(await PageRenderer.CardFormAsync(view, language ?? PageLanguage.English));

    public static async Task<IHtmlDocument> NoticeAsync(NoticeKind kind, PageLanguage? language = null) =>
        Read(await PageRenderer.NoticeAsync(kind, language ?? PageLanguage.English));

    public static IHtmlDocument Read(PageAnswer answer) => new HtmlParser().ParseDocument(answer.Html);

    /// <summary>The whole page, without the stylesheet, in lines.</summary>
    public static string Lines(IHtmlDocument page)
    {
        page.QuerySelector("style")!.TextContent = "";
        using var text = new StringWriter { NewLine = "\n" };
        page.ToHtml(text, new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" });
        return text.ToString().Trim();
    }

    public static async Task<HttpResponse> SendAsync(PageAnswer answer, string method = "GET")
    {
        var context = new DefaultHttpContext { Request = { Method = method }, Response = { Body = new MemoryStream() } };
        await answer.ExecuteAsync(context);
        return context.Response;
    }
}
