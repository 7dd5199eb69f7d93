using FreedomPaySandbox.Emulator.Web.Dashboard.Words;
using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>A language the dashboard is written in.</summary>
/// <param name="Page">The same language of the recipient's pages: its code and name, how it writes numbers and dates.</param>
/// <param name="Texts">All words of the dashboard.</param>
internal sealed record DashboardLanguage(PageLanguage Page, DashboardTexts Texts)
{
    private const string Cookie = "fps-lang";

    public static DashboardLanguage English { get; } = new(PageLanguage.English, EnglishDashboard.Texts);

    public static DashboardLanguage Russian { get; } = new(PageLanguage.Russian, RussianDashboard.Texts);

    public static IReadOnlyList<DashboardLanguage> All { get; } = [English, Russian];

    public string Code => Page.Code;

    public string Name => Page.Name;

    /// <summary>What was chosen last, then what the browser prefers, then English. A choice is remembered.</summary>
    public static DashboardLanguage Negotiate(HttpContext context)
    {
        string? asked = context.Request.Query["lang"];
        var wished = PageLanguage.Wished(asked, context.Request.Cookies[Cookie], context.Request.Headers.AcceptLanguage);
        if (PageLanguage.Find(asked) is { } chosen)
        {
            context.Response.Cookies.Append(
                Cookie, chosen.Code, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365) });
        }

        return wished == PageLanguage.Russian ? Russian : English;
    }

    public override string ToString() => Code;
}
