using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>The dashboard's pages, and where their forms go.</summary>
internal static class DashboardEndpoints
{
    private static readonly string[] s_look = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDashboard(this IEndpointRouteBuilder app, DashboardAnswering answering, DashboardLogin login)
    {
        var services = app.ServiceProvider;
        var screens = ActivatorUtilities.CreateInstance<DashboardScreens>(services, answering);
        var forms = ActivatorUtilities.CreateInstance<DashboardForms>(services, screens);
        var events = ActivatorUtilities.CreateInstance<DashboardEvents>(services);

        Look(DashboardPaths.Payouts, screens.PayoutsAsync);
        Look(DashboardPaths.Payout + "/{merchant}/{payment}", screens.PayoutAsync);
        Look(DashboardPaths.Requests, screens.RequestsAsync);
        Look(DashboardPaths.Requests + "/{request}", screens.RequestAsync);
        Look(DashboardPaths.Rules, screens.AnyRulesAsync);
        Look(DashboardPaths.Rules + "/{merchant}", screens.RulesAsync);
        Look(DashboardPaths.Clock, screens.ClocksAsync);
        Look(DashboardPaths.Merchants, screens.MerchantsAsync);
        Look(DashboardPaths.Findings, screens.FindingsAsync);
        Look(DashboardPaths.Reset, screens.ResetAsync);

        Take(DashboardPaths.Resend, forms.ResendAsync);
        Take(DashboardPaths.Settle, forms.SettleAsync);
        Take(DashboardPaths.PutRules, forms.PutRulesAsync);
        Take(DashboardPaths.TakeRulesBack, forms.TakeRulesBackAsync);
        Take(DashboardPaths.MoveClock, forms.MoveClockAsync);
        Take(DashboardPaths.DoReset, forms.ResetAsync);
        Take(DashboardPaths.Logout, context => Task.FromResult(login.Leave(context)));

        app.MapPost(DashboardPaths.Login, answering.WithForm(login.TakeAsync, isPublic: true));
        foreach (var asset in new[] { DashboardAsset.Style, DashboardAsset.Script })
            app.MapMethods(asset.Path, s_look, answering.With(_ => Task.FromResult<IResult>(asset), isPublic: true));
        app.MapMethods(DashboardPaths.Events, s_look, answering.With(context => Task.FromResult<IResult>(new Streamed(events.WatchAsync))));
        app.Map("{**path}", answering.With(context => DashboardAnswering.NoticeAsync(context, NoticeView.NoPage)));

        void Look(string path, Func<HttpContext, Task<IResult>> answer) => app.MapMethods(path, s_look, answering.With(answer));
        void Take(string path, Func<HttpContext, Task<IResult>> answer) => app.MapPost(path, answering.WithForm(answer));
    }

    private sealed class Streamed(Func<HttpContext, Task> stream) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => stream(httpContext);
    }
}
