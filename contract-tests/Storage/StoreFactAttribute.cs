using Xunit.Sdk;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>A promise of a store, kept on each engine that is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FreedomPaySandbox.ContractTests.Storage.StoreFactDiscoverer", "FreedomPaySandbox.ContractTests")]
public sealed class StoreFactAttribute : FactAttribute;
