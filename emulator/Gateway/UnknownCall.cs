using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// A call to a path that is not there, or by a method that its path does not take. It is recorded like any other: a caller who mistypes a
/// path looks for the call where all calls are.
/// </summary>
internal sealed class UnknownCall(MerchantRegistry merchants, CallRecorder record, SandboxClock machine, IReadOnlyList<string> paths)
{
    // What browsers ask for by themselves; nobody looks for it in the journal.
    private static readonly string[] s_ofBrowsers = ["/favicon.ico", "/robots.txt", "/apple-touch-icon", "/.well-known/"];

    public Task HandleAsync(HttpContext context, RequestDelegate next) => context.GetEndpoint() switch
    {
        null when IsOfBrowsers(context.Request.Path) => next(context),
        null => RefuseAsync(context, new HttpRefusal(StatusCodes.Status404NotFound, $"There is no such path here. {Advice(context.Request.Path)}")),
        _ => RefuseMethodAsync(context, next),
    };

    /// <summary>Whether browsers ask for it by themselves.</summary>
    public static bool IsOfBrowsers(PathString path) =>
        Array.Exists(s_ofBrowsers, own => path.Value?.StartsWith(own, StringComparison.OrdinalIgnoreCase) == true);

    private string Advice(PathString path) => NearestPath.Find(path.Value ?? "", paths) is { } near ? $"The nearest is {near}." : "The README lists the paths of the gateway.";

    // The framework's own answer says which methods there are.
    private async Task RefuseMethodAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var (response, status) = (context.Response, context.Response.StatusCode);
        if (response.HasStarted || status != StatusCodes.Status405MethodNotAllowed)
            return;
        await RefuseAsync(context, new HttpRefusal(status, $"This path takes {response.Headers.Allow} only."));
    }

    private async Task RefuseAsync(HttpContext context, HttpRefusal refusal)
    {
        var call = new GatewayContext(context, GatewayOperation.Unknown, machine.Time.GetTimestamp());
        Tracing.Name(context, call.Operation.Path);
        if (HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsGet(context.Request.Method))
            call.Fields = (await RequestReader.ReadAsync(context.Request, context.RequestAborted)).Fields;
        call.State = call.Fields?.GetCount(Fields.MerchantId) == 1 ? merchants.Find(call.Fields[Fields.MerchantId]) : null;
        record.Keep(call, refusal);
        if (!HttpMethods.IsHead(context.Request.Method))
            await refusal.WriteAsync(context.Response);
        else
            context.Response.StatusCode = refusal.Status;
    }
}

/// <summary>Puts on record what no route takes.</summary>
internal static class UnknownCallUse
{
    public static void UseUnknownCalls(this WebApplication app)
    {
        // At the first of them, when all routes are mapped.
        var unknown = new Lazy<UnknownCall>(() => new UnknownCall(
            app.Services.GetRequiredService<MerchantRegistry>(),
            app.Services.GetRequiredService<CallRecorder>(),
            app.Services.GetRequiredService<SandboxClock>(),
            GetPaths(app)));
        app.Use(next => context => context.GetEndpoint() is RouteEndpoint ? next(context) : unknown.Value.HandleAsync(context, next));
    }

    // What ends in a parameter is nobody's slip of the fingers.
    private static List<string> GetPaths(IEndpointRouteBuilder app) =>
    [
        .. app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .OfType<string>()
            .Where(path => !path.EndsWith('}'))
            .Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>Which path of the gateway somebody meant who called one that is not there. Pure.</summary>
internal static class NearestPath
{
    /// <summary>A longer path is no slip of the fingers, and to compare it would take long.</summary>
    private const int LongestCompared = 120;

    /// <summary>Of so many letters one may be wrong.</summary>
    private const int LettersToOneSlip = 3;

    /// <param name="called">The path that was called.</param>
    /// <param name="known">The paths there are, with their parameters in braces.</param>
    /// <returns>One of them, or nothing where none is near.</returns>
    public static string? Find(string called, IReadOnlyList<string> known)
    {
        if (called.Length > LongestCompared)
            return null;
        var name = LastSegment(called).ToLowerInvariant();
        var near = known.Where(path => IsNear(name, LastSegment(path))).ToList();
        if (near.Count == 0)
            return null;

        // The name first: payout_status2 is under /g2g, whatever was called before it.
        var best = near.Min(path => NearestName.Distance(name, LastSegment(path)));
        return NearestName.Find(called.ToLowerInvariant(), near.Where(path => NearestName.Distance(name, LastSegment(path)) == best));
    }

    private static bool IsNear(string name, string known) => NearestName.Distance(name, known) <= Math.Max(1, known.Length / LettersToOneSlip);

    private static string LastSegment(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}
