using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>The certificate of an endpoint is not one to be trusted.</summary>
internal sealed class CertificateRefusedException(AttemptFault fault, string message) : Exception(message)
{
    public AttemptFault Fault { get; } = fault;
}
