namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>Something that a gateway does otherwise than the sandbox.</summary>
/// <param name="Rule">The rule it contradicts.</param>
/// <param name="Scenario">Where it was seen.</param>
/// <param name="Expected">What the sandbox does.</param>
/// <param name="Found">What the gateway does.</param>
internal sealed record Difference(string Rule, string Scenario, string Expected, string Found)
{
    public override string ToString() => $"{Rule} {Scenario}: expected {Expected}, found {Found}";
}
