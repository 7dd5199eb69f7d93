namespace FreedomPaySandbox.ContractTests.Telemetry;

/// <summary>Tests that listen to the traces of the whole process, or say that nobody does. They take turns.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTraces
{
    public const string Name = "Traces of the process";
}
