namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>Tells what a target lacks.</summary>
internal static class WireNeeds
{
    /// <returns>Why a test cannot run against the target, or nothing when it can.</returns>
    public static string? Missing(WireNeed need) => (WireTarget.Kind, need) switch
    {
        (TargetKind.Vendor, WireNeed.Assumption) => "Assumed: nobody outside knows what the vendor does here.",
        (TargetKind.Vendor, WireNeed.Sandbox) => "Needs a sandbox: the vendor can neither be steered nor reach this machine.",
        _ => null,
    };
}
