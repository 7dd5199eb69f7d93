using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// Keeps pages of other origins out of the gateway, and puts their calls on record unread, among those of no merchant. The recipient's pages
/// are for browsers and see to themselves; what asks whether the sandbox lives changes nothing.
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
