using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// A call to a path that is not there, or by a method that its path does not take. It is put on record like any other: whoever mistypes a
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
