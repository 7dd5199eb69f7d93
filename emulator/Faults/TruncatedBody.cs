using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>Half of the answer. HTTP says that it is complete, so only whoever reads the XML to its end notices.</summary>
internal sealed record TruncatedBody() : GatewayFault("truncated", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        var wire = GetWire(answer);
        return (wire with { Body = wire.Body[..(wire.Body.Length / 2)] }).WriteAsync(context.Response);
    }
}
