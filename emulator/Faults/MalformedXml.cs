using FreedomPaySandbox.Emulator.Answers;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>An answer whose first end tag lacks its slash, which no parser takes, while a search for a field may still find others.</summary>
internal sealed record MalformedXml() : GatewayFault("malformed-xml", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        var wire = GetWire(answer);
        var slash = wire.Body.Span.IndexOf("</"u8) + 1;
        byte[] body = [.. wire.Body.Span[..slash], .. wire.Body.Span[(slash + 1)..]];
        return (wire with { Body = body }).WriteAsync(context.Response);
    }
}
