namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>A test of the wire that not every target can be asked; elsewhere it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WireFactAttribute : FactAttribute
{
    public WireFactAttribute(WireNeed need) => Skip = WireNeeds.Missing(need);
}
