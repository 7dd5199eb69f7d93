using NBomber.Contracts;

namespace NBomber.CSharp;

/// <summary>Puts a scenario together.</summary>
internal static class Scenario
{
    public static ScenarioProps Create(string name, Func<IScenarioContext, Task<IResponse>> run) => new(name, run);

    public static ScenarioProps WithoutWarmUp(this ScenarioProps scenario) => scenario with { WarmUp = TimeSpan.Zero };

    public static ScenarioProps WithWarmUpDuration(this ScenarioProps scenario, TimeSpan duration) => scenario with { WarmUp = duration };

    public static ScenarioProps WithLoadSimulations(this ScenarioProps scenario, params LoadSimulation[] loadSimulations) =>
        scenario with { Simulations = loadSimulations };

    public static ScenarioProps WithInit(this ScenarioProps scenario, Func<IScenarioInitContext, Task> initFunc) => scenario with { Init = initFunc };

    public static ScenarioProps WithClean(this ScenarioProps scenario, Func<IScenarioInitContext, Task> cleanFunc) => scenario with { Clean = cleanFunc };

    public static ScenarioProps WithThresholds(this ScenarioProps scenario, params Threshold[] thresholds) => scenario with { Thresholds = thresholds };

    public static ScenarioProps WithMaxFailCount(this ScenarioProps scenario, int failCount) => scenario with { MaxFailCount = failCount };
}
