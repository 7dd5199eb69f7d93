using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.Emulator.Gateway;

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
