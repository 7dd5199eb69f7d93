namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Tests that take the time run after all others, so that they measure the sandbox and not its neighbours.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
