using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A row of the route table: where the operation is called, what signs it, what carries it out.</summary>
internal sealed record GatewayOperation(
    string Path, Surface Surface, SecretKind Secret, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> CarryOut);
