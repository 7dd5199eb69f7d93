using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Dashboard.Screens;
using FreedomPaySandbox.Emulator.Dashboard.Views;
using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Dashboard;

/// <summary>Asks a browser for the admin token, and gives it a pass for it.</summary>
internal static class DashboardLogin
{
    private const string NextField = "next";

    /// <summary>The page that asks, in the place of the one that was asked for.</summary>
    public static async Task<IResult> AskAsync(HttpContext context, bool wasWrong)
    {
        var next = HttpMethods.IsGet(context.Request.Method) ? Redaction.Cards(context.Request.Path.ToUriComponent() + context.Request.QueryString) : DashboardPaths.Payouts;
        return await AskAsync(context, new LoginView(next, wasWrong));
    }

    public static async Task<IResult> TakeAsync(HttpContext context, AdminToken? token)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = LocalOr(form[NextField], DashboardPaths.Payouts);
        if (token is null)
            return new DashboardRedirect(next);
        if (!token.Is(form["token"].ToString().Trim()))
            return await AskAsync(context, new LoginView(next, WasWrong: true));
        DashboardPass.Give(context, token);
        return new DashboardRedirect(next);
    }

    public static IResult Leave(HttpContext context)
    {
        DashboardPass.TakeBack(context);
        return new DashboardRedirect(DashboardPaths.Payouts);
    }

    private static async Task<IResult> AskAsync(HttpContext context, LoginView view)
    {
        var visit = new Visit { Language = DashboardLanguage.Of(context), Here = DashboardPaths.Payouts, Path = "" };
        return await DashboardRenderer.RenderAsync<LoginScreen, LoginView>(visit, view, StatusCodes.Status401Unauthorized);
    }

    // Nowhere but the sandbox's own pages.
    private static string LocalOr(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && Uri.IsWellFormedUriString(address, UriKind.Relative)
        && !address.StartsWith(DashboardPaths.Root, StringComparison.Ordinal)
            ? address
            : otherwise;
}
