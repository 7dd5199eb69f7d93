namespace FreedomPaySandbox.Emulator.Gateway.Faults;

/// <summary>The right answer, which says of itself that it is HTML.</summary>
internal sealed record WrongContentType() : GatewayFault("wrong-content-type", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time) =>
        (WireOf(answer) with { ContentType = "text/html" }).WriteAsync(context.Response);
}
