using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>The right answer under a wrong signature: whoever believes it believes anybody.</summary>
internal sealed record WrongSignature() : GatewayFault("wrong-signature", CarriesOut: true)
{
    public override Task SendAsync(HttpContext context, GatewayAnswer? answer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return GetWire(answer with { Fields = TamperedFields.WithWrongSignature(answer.Fields) }).WriteAsync(context.Response);
    }
}
