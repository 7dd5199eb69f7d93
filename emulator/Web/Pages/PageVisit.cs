using System.Data.Common;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>A recipient's browser on a page: shown the form or why there is none, and what was typed into it taken.</summary>
internal sealed partial class PageVisit(MerchantRegistry merchants, SandboxStore store, SubmitCard submitCard, PublicAddress address, ILogger<PageVisit> log)
{
    private const string CardField = "card";
    private const string TokenField = "token";
    private const string LanguageField = "lang";

    public Task<IResult> ShowAsync(HttpContext context, string name) => GuardAsync(context, posted: null, async language =>
    {
        if (await OpenPage.FindAsync(merchants, store, name, context.RequestAborted) is not { } page)
            return await PageRenderer.NoticeAsync(NoticeKind.UnknownLink, language);
        return page.Stage == PageState.Open
            ? await PageRenderer.CardFormAsync(page.View(), language)
            : await ClosedAsync(page, language);
    });

    public async Task<IResult> TakeAsync(HttpContext context, string name)
    {
        var form = (await RequestReader.ReadAsync(context.Request, context.RequestAborted)).Fields;
        return await GuardAsync(context, form?[LanguageField], async language =>
        {
            if (await OpenPage.FindAsync(merchants, store, name, context.RequestAborted) is not { } page)
                return await PageRenderer.NoticeAsync(NoticeKind.UnknownLink, language);
            if (form is null)
                return await PageRenderer.NoticeAsync(NoticeKind.UnreadableForm, language, page.Framed);
            if (!SameOrigin.Holds(context.Request, address.OfSandbox(CalledHost.From(context.Request))) || !page.Gave(form[TokenField]))
                return await PageRenderer.NoticeAsync(NoticeKind.ForgedPost, language, page.Framed);
            if (page.Stage != PageState.Open)
                return await ClosedAsync(page, language);
            var typed = TypedCard.Read(form[CardField]);
            if (typed.Number is not { } number)
                return await PageRenderer.CardFormAsync(page.View(typed.Problem), language);

            return await submitCard.HandleAsync(page.State, page.Payout, number, context.RequestAborted)
                ? new SeeOther(WebAddress.TryParse(page.Stored.Options.BackLink)!)
                : await PageRenderer.NoticeAsync(NoticeKind.UsedLink, language, page.Framed);
        });
    }

    private static async Task<IResult> ClosedAsync(OpenPage page, PageLanguage language)
    {
        var kind = page.Stage switch
        {
            PageState.Used => NoticeKind.UsedLink,
            PageState.Expired => NoticeKind.ExpiredLink,
            _ => NoticeKind.NothingToDo,
        };
        return await PageRenderer.NoticeAsync(kind, language, page.Framed);
    }

    private async Task<IResult> GuardAsync(HttpContext context, string? posted, Func<PageLanguage, Task<IResult>> visit)
    {
        var language = PageLanguage.Choose(context.Request.Query[LanguageField], posted, context.Request.Headers.AcceptLanguage);
        try
        {
            return await visit(language);
        }
#pragma warning disable CA1031 // Whatever broke, the recipient gets a page that says so, and the log the rest.
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return await PageRenderer.NoticeAsync(fault is DbException ? NoticeKind.StoreUnavailable : NoticeKind.Fault, language);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page: the sandbox itself failed")]
    private partial void LogFault(Exception fault);
}
