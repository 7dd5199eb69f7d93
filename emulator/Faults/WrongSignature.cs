using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The right answer under a wrong signature. A client that believes it believes anybody.</summary>
internal sealed record WrongSignature() : GatewayFault("wrong-signature", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return GetWire(answer with { Fields = TamperedFields.WithWrongSignature(answer.Fields) }).WriteAsync(context.Response);
    }
}

/// <summary>
/// An answer whose first end tag lacks its slash, which no parser takes, while a search for a field may still find others.
/// </summary>
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

/// <summary>The right answer without its signature.</summary>
internal sealed record NoSignature() : GatewayFault("no-signature", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var unsigned = answer.Fields.Where(field => !string.Equals(field.Name, Fields.Signature, StringComparison.Ordinal));
        return GetWire(answer with { Fields = new Parameters(unsigned) }).WriteAsync(context.Response);
    }
}

/// <summary>Half of the answer. HTTP says that it is complete, and only a client that reads the XML to its end notices.</summary>
internal sealed record TruncatedBody() : GatewayFault("truncated", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        var wire = GetWire(answer);
        return (wire with { Body = wire.Body[..(wire.Body.Length / 2)] }).WriteAsync(context.Response);
    }
}

/// <summary>The right answer, which says of itself that it is HTML.</summary>
internal sealed record WrongContentType() : GatewayFault("wrong-content-type", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time) =>
        (GetWire(answer) with { ContentType = "text/html" }).WriteAsync(context.Response);
}
