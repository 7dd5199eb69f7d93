using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Admin;

namespace FreedomPaySandbox.Emulator.Dashboard;

/// <summary>What a browser keeps in the token's place once it has shown it: a cookie made from it.</summary>
internal static class DashboardPass
{
    private const string Purpose = "dashboard";

    public static bool Holds(HttpRequest request, AdminToken token) =>
        request.Cookies[NameOf(request)] is { } shown
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(token.Derived(Purpose)));

    public static void Give(HttpContext context, AdminToken token) =>
        context.Response.Cookies.Append(NameOf(context.Request), token.Derived(Purpose), Options(context.Request));

    public static void TakeBack(HttpContext context) =>
        context.Response.Cookies.Delete(NameOf(context.Request), Options(context.Request));

    // Browsers do not keep the cookies of a machine's ports apart.
    private static string NameOf(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"fps-pass-{request.Host.Port ?? 80}");

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
    };
}
