using System.Globalization;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Web.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Asks a browser for the admin token, and gives it a pass for it.</summary>
internal sealed class DashboardLogin(AdminToken? token, WrongTokens wrong, DashboardPass pass)
{
    private const string NextField = "next";

    /// <summary>The page that asks, in the place of the one that was asked for.</summary>
    public static Task<IResult> AskAsync(HttpContext context)
    {
        var next = HttpMethods.IsGet(context.Request.Method) ? Redaction.Cards(context.Request.Path.ToUriComponent() + context.Request.QueryString) : DashboardPaths.Payouts;
        return AskAsync(context, new LoginView(next));
    }

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = LocalOr(form[NextField], DashboardPaths.Payouts);
        if (token is null)
            return new DashboardRedirect(next);
        var trial = wrong.Try(token, form["token"].ToString().Trim(), context.Connection.RemoteIpAddress);
        if (trial.Wait is not null)
        {
            context.Response.Headers.RetryAfter = trial.Seconds.ToString(CultureInfo.InvariantCulture);
            return await AskAsync(context, new LoginView(next, Wait: trial.Seconds));
        }

        if (!trial.IsRight)
            return await AskAsync(context, new LoginView(next, WasWrong: true));
        pass.Give(context);
        return new DashboardRedirect(next);
    }

    public IResult Leave(HttpContext context)
    {
        pass.TakeBack(context);
        return new DashboardRedirect(DashboardPaths.Payouts);
    }

    private static async Task<IResult> AskAsync(HttpContext context, LoginView view)
    {
        var visit = new Visit { Language = DashboardLanguage.Negotiate(context), Here = DashboardPaths.Payouts, Path = "", FormToken = FormToken.GetOrCreate(context) };
        return await DashboardRenderer.RenderAsync<LoginScreen, LoginView>(visit, view, view.Status);
    }

    // Nowhere but the sandbox's own pages.
    private static string LocalOr(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && Uri.IsWellFormedUriString(address, UriKind.Relative)
        && !address.StartsWith(DashboardPaths.Root, StringComparison.Ordinal)
            ? address
            : otherwise;
}
