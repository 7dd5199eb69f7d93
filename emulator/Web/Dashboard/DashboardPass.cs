using System.Globalization;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>
/// What a browser keeps in the token's place once it has shown it: a cookie with the id of a session, drawn anew at every sign-in. The
/// sandbox knows the sessions, and forgets one when its browser signs out.
/// </summary>
internal sealed class DashboardPass
{
    /// <summary>More end the oldest.</summary>
    public const int MostSessions = 1000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, bool> _sessions = new(StringComparer.Ordinal);

    public bool Holds(HttpRequest request)
    {
        if (request.Cookies[GetName(request)] is not { } shown)
            return false;
        lock (_lock)
            return _sessions.ContainsKey(shown);
    }

    public void Give(HttpContext context)
    {
        var id = SecretId.Draw();
        lock (_lock)
        {
            End(context.Request);
            if (_sessions.Count == MostSessions)
                _sessions.RemoveAt(0);
            _sessions.Add(id, true);
        }

        context.Response.Cookies.Append(GetName(context.Request), id, Options(context.Request));
    }

    public void TakeBack(HttpContext context)
    {
        lock (_lock)
            End(context.Request);
        context.Response.Cookies.Delete(GetName(context.Request), Options(context.Request));
    }

    private void End(HttpRequest request)
    {
        if (request.Cookies[GetName(request)] is { } shown)
            _sessions.Remove(shown);
    }

    // Browsers do not keep the cookies of a machine's ports apart.
    private static string GetName(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"fps-pass-{request.Host.Port ?? 80}");

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
    };
}
