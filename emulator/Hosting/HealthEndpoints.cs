using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>Whether the sandbox lives, whether it can work, and the vendor's own health check (T-10).</summary>
internal static class HealthEndpoints
{
    // Probes such as wget --spider ask for no body.
    private static readonly string[] s_look = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var store = app.ServiceProvider.GetRequiredService<SandboxStore>();
        var clock = app.ServiceProvider.GetRequiredService<SandboxClock>();

        RequestDelegate live = context => Text(context, StatusCodes.Status200OK, "live");
        RequestDelegate ready = context => ReadyAsync(context, store);
        RequestDelegate vendor = context => VendorAsync(context, clock);
        app.MapMethods("/livez", s_look, live);
        app.MapMethods("/readyz", s_look, ready);
        app.MapMethods("/status/healthcheck", s_look, vendor);
    }

    private static async Task ReadyAsync(HttpContext context, SandboxStore store)
    {
        if (await store.TroubleAsync(context.RequestAborted) is { } trouble)
            await Text(context, StatusCodes.Status503ServiceUnavailable, $"not ready: {trouble}");
        else
            await Text(context, StatusCodes.Status200OK, "ready");
    }

    private static Task VendorAsync(HttpContext context, SandboxClock clock)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"status":"ok","time":"{{WireDate.Iso(clock.Now)}}"}""");
    }

    private static Task Text(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n");
    }
}
