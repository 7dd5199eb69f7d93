using Xunit.Sdk;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>The same with several examples.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FreedomPaySandbox.ContractTests.Storage.StoreTheoryDiscoverer", "FreedomPaySandbox.ContractTests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;
