using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.LoadTests.Engine.Contracts;
using FreedomPaySandbox.LoadTests.Engine.CSharp;
using FreedomPaySandbox.LoadTests.Engine.Running;

namespace FreedomPaySandbox.ContractTests.Load;

[Collection(MeasuredAlone.Name)]
public sealed class ScenarioPaceTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_machines_own_clock_begins_five_thousand_a_second_and_loses_none()
    {
        var load = new ScenarioLoad(
            Scenario.Create("fast", _ => Task.FromResult<IResponse>(Response.Ok()))
                .WithLoadSimulations(Simulation.Inject(rate: 5000, interval: s_second, during: s_second / 2)),
            Machine.Real);

        await load.RunAsync();

        Assert.Equal((2500, 0), (load.Measurement.Stats("fast", s_second).AllOkCount, load.Measurement.Stats("fast", s_second).AllFailCount));
        Assert.InRange(load.Elapsed, s_second / 2, s_second * 30);
    }
}
