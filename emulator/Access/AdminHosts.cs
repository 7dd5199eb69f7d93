using System.Net;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.Extensions.Primitives;

namespace FreedomPaySandbox.Emulator.Access;

/// <summary>
/// The host names under which the admin API may be called. A page from elsewhere can have a name of its own resolved to this machine
/// and would then be of the same origin; the names here are not to be had by strangers.
/// </summary>
internal sealed class AdminHosts(IEnumerable<string?> own, IEnumerable<string> allowed)
{
    private readonly HashSet<string> _allowed = new(allowed.Concat(own.Select(GetHost).OfType<string>()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the addresses at which it listens and at which browsers reach it, and those that were named.</summary>
    public static AdminHosts From(SandboxSettings settings) => new([settings.Url, settings.PublicUrl], settings.AllowedHosts);

    public bool Allows(HostString host)
    {
        var name = host.Host;
        if (name.Length == 0)
            return false;
        return IsAddress(name)
            || !name.Contains('.', StringComparison.Ordinal)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            || _allowed.Contains(Registered(name));
    }

    private static string? GetHost(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Registered(address.Host) : null;

    // The web server has decoded "xn--…", which is how the name is registered and written in settings.
    private static string Registered(string name) => new HostString(name).ToUriComponent();

    // A browser that is sent to an address asks nobody for it.
    private static bool IsAddress(string name) => IPAddress.TryParse(name.AsSpan().TrimStart('[').TrimEnd(']'), out _);
}

/// <summary>Whether a request that changes something comes from the sandbox's own pages, or from no page at all.</summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <param name="request">The request.</param>
    /// <param name="sandbox">The address under which browsers know the sandbox.</param>
    public static bool Holds(HttpRequest request, string sandbox) => OnlyLooks(request) || HeadersHold(request, sandbox);

    /// <summary>
    /// Whether it does under the address that was called, or under that which browsers know: a proxy may change what is called.
    /// </summary>
    public static bool HoldsAtAny(HttpRequest request, PublicAddress address) => OnlyLooks(request) || HeadersHold(request, address);

    /// <summary>The same of what may change something by any method.</summary>
    public static bool HeadersHold(HttpRequest request, PublicAddress address)
    {
        var called = CalledHost.From(request);
        return HeadersHold(request, called.ToString()) || HeadersHold(request, address.OfSandbox(called));
    }

    /// <summary>Whether an address is of the sandbox's origin.</summary>
    public static bool IsOwn(string page, HttpRequest request, PublicAddress address)
    {
        var called = CalledHost.From(request);
        return IsOwn(page, called.ToString()) || IsOwn(page, address.OfSandbox(called));
    }

    private static bool OnlyLooks(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool HeadersHold(HttpRequest request, string sandbox) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => IsOwn(origin, sandbox),
        _ => false,
    } && IsOwnSite(request.Headers[FetchSite]);

    private static bool IsOwn(string page, string sandbox) => Uri.TryCreate(page, UriKind.Absolute, out var origin)
        && Uri.TryCreate(sandbox, UriKind.Absolute, out var own)
        && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsOwnSite(StringValues site) => site.Count == 0
        || string.Equals(site, "same-origin", StringComparison.Ordinal)
        || string.Equals(site, "none", StringComparison.Ordinal);
}
