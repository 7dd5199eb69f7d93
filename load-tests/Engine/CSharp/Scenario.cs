using FreedomPaySandbox.LoadTests.Engine.Running;

namespace FreedomPaySandbox.LoadTests.Engine.CSharp;

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

/// <summary>A part of an iteration that is measured by itself, from when it begins.</summary>
internal static class Step
{
    public static Task<Response<T>> Run<T>(string name, IScenarioContext context, Func<Task<Response<T>>> run) =>
        ((ScenarioContext)context).StepAsync(name, run);
}

/// <summary>What an iteration or a step came to.</summary>
internal static class Response
{
    public static Response<object> Ok(string statusCode = "", long sizeBytes = 0, string message = "") =>
        new(statusCode, IsError: false, sizeBytes, message);

    public static Response<object> Fail(string statusCode = "", string message = "", long sizeBytes = 0) =>
        new(statusCode, IsError: true, sizeBytes, message);
}
