using FreedomPaySandbox.ContractTests.Postgres;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>A test that is inherited by a class whose engine is not there is skipped in that class, and says why.</summary>
internal static class MissingEngine
{
    public static IXunitTestCase? Skipped(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod test) =>
        PostgresServer.Missing is { } reason && test.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any()
            ? new XunitSkippedDataRowTestCase(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), test, reason)
            : null;
}
