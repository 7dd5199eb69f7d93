using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Faults;

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
