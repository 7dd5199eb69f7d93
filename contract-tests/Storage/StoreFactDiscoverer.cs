using Xunit.Abstractions;
using Xunit.Sdk;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>Finds the promises of a store in the classes that inherit them.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingEngine.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod) is { } skipped ? [skipped] : base.Discover(discoveryOptions, testMethod, factAttribute);
}
