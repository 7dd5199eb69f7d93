using System.Globalization;
using FreedomPaySandbox.Emulator.Secrets;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestCaseOrderer("FreedomPaySandbox.ContractTests.Order.ShuffledOrder", "FreedomPaySandbox.ContractTests")]

namespace FreedomPaySandbox.ContractTests.Order;

/// <summary>
/// Runs the tests of a class in another order each time, so that none can come to lean on one before it. <c>TEST_ORDER=7</c> gives an
/// order again; a run says which one it has, with diagnostic messages on.
/// </summary>
public sealed class ShuffledOrder : ITestCaseOrderer
{
    private static readonly long s_order =
        long.TryParse(Environment.GetEnvironmentVariable("TEST_ORDER"), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
            ? chosen
            : TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public ShuffledOrder(IMessageSink messages) =>
        messages.OnMessage(new DiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"TEST_ORDER={s_order}")));

    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(test => new Seed(s_order).Chance(test.UniqueID, 0));
}
