namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>Tests that start processes take turns, so that none waits for a machine the others have filled.</summary>
[CollectionDefinition(Name)]
public sealed class OwnProcesses
{
    public const string Name = "processes of their own";
}
