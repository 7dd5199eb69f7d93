using System.Collections.Frozen;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Where the dashboard's pages are, and which paths are its own.</summary>
internal static class DashboardPaths
{
    public const string Payouts = "/";
    public const string Payout = "/payouts";
    public const string Requests = "/requests";
    public const string Rules = "/rules";
    public const string Clock = "/clock";
    public const string Merchants = "/merchants";
    public const string Findings = "/findings";
    public const string Reset = "/reset";

    /// <summary>Where forms are sent to, and where script and style come from.</summary>
    public const string Root = "/dashboard";

    public const string Login = Root + "/login";
    public const string Logout = Root + "/logout";
    public const string Resend = Root + "/resend";
    public const string Settle = Root + "/settle";
    public const string PutRules = Root + "/rules";
    public const string TakeRulesBack = Root + "/rules/default";
    public const string MoveClock = Root + "/clock";
    public const string DoReset = Root + "/reset";
    public const string Events = Root + "/events";

    // One look for all of them: every call to the gateway passes here.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_own = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Payout, Requests, Rules, Clock, Merchants, Findings, Reset, Root)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Own(HttpRequest request) => string.Equals(request.Path.Value, Payouts, StringComparison.Ordinal)
        ? HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        : s_own.Contains(FirstSegment(request.Path.Value));

    private static ReadOnlySpan<char> FirstSegment(ReadOnlySpan<char> path)
    {
        var end = path.IsEmpty ? -1 : path[1..].IndexOf('/');
        return end < 0 ? path : path[..(end + 1)];
    }

    public static string OfPayout(long merchant, long payment) => $"{Payout}/{merchant}/{payment}";

    public static string OfRequest(string id) => $"{Requests}/{id}";

    public static string OfRules(long merchant) => $"{Rules}/{merchant}";

    /// <summary>A path with a query of what is given.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            address += $"{mark}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
            mark = '&';
        }

        return address;
    }
}
