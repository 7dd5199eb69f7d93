using FreedomPaySandbox.Emulator.Gateway;
using Microsoft.Extensions.Primitives;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Whether a request that changes something comes from the sandbox's own pages, or from no page at all.</summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <param name="request">The request.</param>
    /// <param name="sandbox">The address under which browsers know the sandbox.</param>
    public static bool Holds(HttpRequest request, string sandbox) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || (IsOwn(request.Headers.Origin, sandbox) && IsOwnSite(request.Headers[FetchSite]));

    /// <summary>Whether it does under the address that was called, or under that which browsers know: a proxy may change what is called.</summary>
    public static bool HoldsAtAny(HttpRequest request, PublicAddress address)
    {
        var called = CalledHost.Of(request);
        return Holds(request, called.ToString()) || Holds(request, address.OfSandbox(called));
    }

    private static bool IsOwn(StringValues origin, string sandbox) => origin.Count == 0
        || (origin.Count == 1
            && Uri.TryCreate(origin[0], UriKind.Absolute, out var page)
            && Uri.TryCreate(sandbox, UriKind.Absolute, out var own)
            && Uri.Compare(page, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);

    private static bool IsOwnSite(StringValues site) => site.Count == 0
        || string.Equals(site, "same-origin", StringComparison.Ordinal)
        || string.Equals(site, "none", StringComparison.Ordinal);
}
