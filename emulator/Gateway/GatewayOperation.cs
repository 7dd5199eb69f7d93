using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A row of the route table: where the operation is called, what signs it, what carries it out.</summary>
internal sealed record GatewayOperation(
    string Path, Surface Surface, SecretKind Secret, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> CarryOut)
{
    /// <summary>The name by which the operation is switched off, however the call spells its path (E-11).</summary>
    public string Method { get; } = ScriptName.Of(Path);
}
