using Microsoft.Extensions.Primitives;

namespace FreedomPaySandbox.Emulator.Access;

/// <summary>Whether a request that changes something comes from the sandbox's own pages, or from no page at all.</summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <param name="request">The request.</param>
    /// <param name="sandbox">The address under which browsers know the sandbox.</param>
    public static bool Holds(HttpRequest request, string sandbox) => OnlyLooks(request) || HeadersHold(request, sandbox);

    /// <summary>Whether it does under the address that was called, or under that which browsers know: a proxy may change what is called.</summary>
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
