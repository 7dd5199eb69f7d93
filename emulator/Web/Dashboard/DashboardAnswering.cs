using System.Data.Common;
using FreedomPaySandbox.Emulator.Web.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Answers those who may use the dashboard, and tells everybody else why not. A fault becomes a page, too.</summary>
internal sealed partial class DashboardAnswering(DashboardGate gate, ILogger<DashboardAnswering> log)
{
    public bool IsLockable => gate.IsLockable;

    /// <summary>An endpoint that answers with that.</summary>
    public RequestDelegate With(Func<HttpContext, Task<IResult>> answer, bool isPublic = false) =>
        async context => await (await AnswerAsync(context, answer, isPublic)).ExecuteAsync(context);

    /// <summary>An endpoint that takes a form of the dashboard, and no other.</summary>
    public RequestDelegate WithForm(Func<HttpContext, Task<IResult>> take, bool isPublic = false) =>
        With(async context => await FormToken.IsInAsync(context) ? await take(context) : await NoticeAsync(context, NoticeView.StaleForm), isPublic);

    private async Task<IResult> AnswerAsync(HttpContext context, Func<HttpContext, Task<IResult>> answer, bool isPublic)
    {
        try
        {
            return gate.Admit(context.Request, isPublic) switch
            {
                Access.Granted => await answer(context),
                Access.Locked => await DashboardLogin.AskAsync(context),
                Access.ForeignPage => await NoticeAsync(context, NoticeView.ForeignPage),
                _ => await NoticeAsync(context, NoticeView.ForeignHost),
            };
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException)
        {
            return await NoticeAsync(context, NoticeView.UnreadableForm);
        }
#pragma warning disable CA1031 // Whatever broke, the developer gets a page that says so, and the log the rest.
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return await NoticeAsync(context, fault is DbException ? NoticeView.StoreUnavailable : NoticeView.Fault);
        }
    }

    /// <summary>A page that says why there is not another.</summary>
    public static async Task<IResult> NoticeAsync(HttpContext context, NoticeView notice)
    {
        var visit = new Visit { Language = DashboardLanguage.Negotiate(context), Here = DashboardPaths.Payouts, Path = "" };
        return await DashboardRenderer.RenderAsync<NoticeScreen, NoticeView>(visit, notice, notice.Status);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The dashboard: the sandbox itself failed")]
    private partial void LogFault(Exception fault);
}
