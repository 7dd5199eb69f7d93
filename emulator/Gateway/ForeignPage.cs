using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// Knows a call that a browser makes for a page of another origin. Such a page needs no secret: that of merchant 9970 is published, and a
/// signed call fits into the address of an image. Servers send none of these headers. Pure.
/// </summary>
internal static class ForeignPage
{
    private const string FetchSite = "Sec-Fetch-Site";
    private const string Browser = "Mozilla/";
    private const string AnyLanguage = "*";

    private const string FromPage = "A web page of another origin made this call. Call it from your server: what signs it must not be in a page.";
    private const string ByStrangersName = "A browser made this call under a host name that a web page could have made up. Call localhost or an address, or start with --allowed-hosts and this name.";
    private const string OfNobody = "A web page may have made this call: the browser does not say whose it is. Call it from your server, or under localhost.";

    /// <param name="request">The call.</param>
    /// <param name="address">The address under which browsers know the sandbox.</param>
    /// <param name="hosts">The names that no stranger can have.</param>
    /// <returns>Why it is refused, in a sentence with the next step, or nothing.</returns>
    public static string? GetProblem(HttpRequest request, PublicAddress address, AdminHosts hosts)
    {
        var headers = request.Headers;
        var (origin, site) = (headers.Origin, headers[FetchSite]);
        if (origin.Count == 0 && site.Count == 0 && !LooksLikeBrowser(headers))
            return null;

        // Under a name that a page has had resolved to this machine, the page and the sandbox are of one origin (DNS rebinding).
        if (!hosts.Allows(request.Host))
            return ByStrangersName;
        if (!SameOrigin.HeadersHold(request, address))
            return FromPage;
        return origin.Count > 0 || site.Count > 0 ? null : ProblemOfUnsaid(request, address);
    }

    // Browsers say where a call comes from only to https and this machine. Elsewhere an address that was typed in comes from nowhere and
    // leads to a page.
    private static string? ProblemOfUnsaid(HttpRequest request, PublicAddress address)
    {
        if (request.Headers.Referer is [{ } referer] && !SameOrigin.IsOwn(referer, request, address))
            return FromPage;
        return request.Headers.UpgradeInsecureRequests.Count > 0 ? null : OfNobody;
    }

    // Either alone may be a server's: scripts pretend to be a browser, and Node's fetch says that it takes any language.
    private static bool LooksLikeBrowser(IHeaderDictionary headers) =>
        headers.AcceptLanguage is [{ Length: > 0 } language] && !string.Equals(language, AnyLanguage, StringComparison.Ordinal)
        && headers.UserAgent is [{ } agent] && agent.StartsWith(Browser, StringComparison.Ordinal);
}

/// <summary>
/// Keeps pages of other origins out of the gateway, and puts their calls on record unread, among those of no merchant. The recipient's
/// pages are for browsers and see to themselves; what asks whether the sandbox lives changes nothing.
/// </summary>
internal sealed class ForeignPageGate(PublicAddress address, AdminHosts hosts, CallRecorder record, SandboxClock machine)
{
    public static ForeignPageGate Create(IServiceProvider services) => new(
        services.GetRequiredService<PublicAddress>(),
        AdminHosts.From(services.GetRequiredService<SandboxSettings>()),
        services.GetRequiredService<CallRecorder>(),
        services.GetRequiredService<SandboxClock>());

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (GetOperation(context) is not { } operation || ForeignPage.GetProblem(context.Request, address, hosts) is not { } problem)
            return next(context);
        var call = new GatewayContext(context, operation, machine.Time.GetTimestamp());
        var refusal = new HttpRefusal(StatusCodes.Status403Forbidden, problem);
        Tracing.Name(context, operation.Path);
        record.Keep(call, refusal);
        return refusal.WriteAsync(context.Response);
    }

    // What no route takes is read for the journal of the merchant that it names, so that it is the gateway's, too.
    private static GatewayOperation? GetOperation(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint endpoint => endpoint.Metadata.GetMetadata<GatewayOperation>(),
        _ => UnknownCall.IsOfBrowsers(context.Request.Path) ? null : GatewayOperation.Unknown,
    };
}
