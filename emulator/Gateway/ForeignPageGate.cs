using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// Keeps pages of other origins out of the gateway, and puts their calls on record unread, among those of no merchant. The recipient's pages
/// are for browsers and see to themselves; what asks whether the sandbox lives changes nothing.
/// </summary>
internal sealed class ForeignPageGate(PublicAddress address, AdminHosts hosts, CallRecord record, SandboxClock machine)
{
    public static ForeignPageGate Of(IServiceProvider services) => new(
        services.GetRequiredService<PublicAddress>(),
        AdminHosts.Of(services.GetRequiredService<SandboxSettings>()),
        services.GetRequiredService<CallRecord>(),
        services.GetRequiredService<SandboxClock>());

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (OperationOf(context) is not { } operation || ForeignPage.ProblemOf(context.Request, address, hosts) is not { } problem)
            return next(context);
        var call = new CallInHand(context, operation, machine.Time.GetTimestamp());
        var refusal = new HttpRefusal(StatusCodes.Status403Forbidden, problem);
        Tracing.Name(context, operation.Path);
        record.Keep(call, refusal);
        return refusal.WriteAsync(context.Response);
    }

    // What no route takes is read for the journal of the merchant that it names, so that it is the gateway's, too.
    private static GatewayOperation? OperationOf(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint endpoint => endpoint.Metadata.GetMetadata<GatewayOperation>(),
        _ => UnknownCall.IsOfBrowsers(context.Request.Path) ? null : GatewayOperation.Unknown,
    };
}
