namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>The same for a test with several examples.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WireTheoryAttribute : TheoryAttribute
{
    public WireTheoryAttribute(WireNeed need) => Skip = WireNeeds.Missing(need);
}
