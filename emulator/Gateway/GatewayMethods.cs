namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The methods of the gateway that the sandbox has, by the names that rules and switches call them.</summary>
internal static class GatewayMethods
{
    /// <summary>Those that make payouts.</summary>
    public static IReadOnlyList<string> Payouts { get; } = ["p2p2nonreg"];

    public static IReadOnlyList<string> All { get; } = [.. Payouts, "payout_status2", "payout_status"];
}
