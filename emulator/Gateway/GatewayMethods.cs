namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The methods of the gateway that the sandbox has, by the names that rules and switches call them.</summary>
internal static class GatewayMethods
{
    public static IReadOnlyList<string> All { get; } = ["p2p2nonreg"];
}
