namespace FreedomPaySandbox.ContractTests.Evidence;

/// <summary>Names the rules of the payout protocol that a test proves, by their ids.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProvesAttribute(params string[] rules) : Attribute
{
    public IReadOnlyList<string> Rules { get; } = rules;
}
