using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.LoadTests.Scenarios;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class LoadReadmeTests
{
    [Fact]
    public void The_page_has_every_scenario_with_what_it_asks_and_how_much_it_loads()
    {
        var rows = Page.LoadTests.Rows("Scenario").ToList();

        Assert.Equal(ScenarioKind.All.Select(kind => (kind.Name, kind.Line)), rows.Select(row => (row[0].Trim('`'), row[1])));
        Assert.All(rows.Zip(ScenarioKind.All), pair => Assert.Contains(FormattableString.Invariant($"{pair.Second.Size.Rate} "), pair.First[2], StringComparison.Ordinal));
    }
}
