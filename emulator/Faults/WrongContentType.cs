using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The right answer, which says of itself that it is HTML.</summary>
internal sealed record WrongContentType() : GatewayFault("wrong-content-type", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time) =>
        (GetWire(answer) with { ContentType = "text/html" }).WriteAsync(context.Response);
}
