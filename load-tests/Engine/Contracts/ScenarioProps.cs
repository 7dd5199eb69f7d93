using System.Runtime.CompilerServices;

namespace FreedomPaySandbox.LoadTests.Engine.Contracts;

/// <summary>A scenario as it was put together: see <see cref="CSharp.Scenario"/>.</summary>
internal sealed record ScenarioProps(string Name, Func<IScenarioContext, Task<IResponse>> Run)
{
    /// <summary>None: no warm-up.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<LoadSimulation> Simulations { get; init; } = [];

    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    public Func<IScenarioInitContext, Task> Init { get; init; } = _ => Task.CompletedTask;

    public Func<IScenarioInitContext, Task> Clean { get; init; } = _ => Task.CompletedTask;

    /// <summary>With so many failures the scenario has failed and stops.</summary>
    public int MaxFailCount { get; init; } = 5000;
}

/// <summary>Which scenario an iteration belongs to.</summary>
internal sealed record ScenarioInfo(string ScenarioName);

/// <summary>What an iteration knows of its surroundings.</summary>
internal interface IScenarioContext
{
    ScenarioInfo ScenarioInfo { get; }

    /// <summary>Ends when the run is over and waits no longer.</summary>
    CancellationToken ScenarioCancellationToken { get; }

    /// <summary>Lets nothing more begin; what is under way may finish.</summary>
    void StopScenario(string scenarioName, string reason);
}

/// <summary>What a scenario knows before it begins and after it ended.</summary>
internal interface IScenarioInitContext
{
    ScenarioInfo ScenarioInfo { get; }
}

/// <summary>
/// One stage of a load. In the open ones iterations arrive whatever became of those before; in the closed ones copies take turns.
/// </summary>
internal abstract record LoadSimulation
{
    private LoadSimulation()
    {
    }

    internal sealed record Inject(int Rate, TimeSpan Interval, TimeSpan During) : LoadSimulation;

    internal sealed record RampingInject(int Rate, TimeSpan Interval, TimeSpan During) : LoadSimulation;

    internal sealed record InjectRandom(int MinRate, int MaxRate, TimeSpan Interval, TimeSpan During) : LoadSimulation;

    internal sealed record IterationsForInject(int Rate, TimeSpan Interval, int Iterations) : LoadSimulation;

    internal sealed record KeepConstant(int Copies, TimeSpan During) : LoadSimulation;

    internal sealed record RampingConstant(int Copies, TimeSpan During) : LoadSimulation;

    internal sealed record IterationsForConstant(int Copies, int Iterations) : LoadSimulation;

    internal sealed record Pause(TimeSpan During) : LoadSimulation;
}

/// <summary>What must hold while a scenario runs, and at its end.</summary>
internal sealed record Threshold(string Expression, string? StepName, Func<ScenarioStats, bool> Holds)
{
    /// <summary>After so many failed checks the scenario is stopped; never when left out.</summary>
    public int? AbortWhenErrorCount { get; private init; }

    /// <summary>How long nothing is checked.</summary>
    public TimeSpan StartCheckAfter { get; private init; }

    /// <summary>A threshold of the whole scenario.</summary>
    public static Threshold Create(
        Func<ScenarioStats, bool> checkScenario,
        int? abortWhenErrorCount = null,
        TimeSpan? startCheckAfter = null,
        [CallerArgumentExpression(nameof(checkScenario))] string expression = "") =>
        new(GetBody(expression), null, checkScenario) { AbortWhenErrorCount = abortWhenErrorCount, StartCheckAfter = startCheckAfter ?? TimeSpan.Zero };

    /// <summary>A threshold of one step; a step that was never taken does not keep it.</summary>
    public static Threshold Create(
        string stepName,
        Func<StepStats, bool> checkStep,
        int? abortWhenErrorCount = null,
        TimeSpan? startCheckAfter = null,
        [CallerArgumentExpression(nameof(checkStep))] string expression = "") =>
        new(GetBody(expression), stepName, stats => stats.StepStats.FirstOrDefault(step => step.StepName == stepName) is { } step && checkStep(step))
        {
            AbortWhenErrorCount = abortWhenErrorCount,
            StartCheckAfter = startCheckAfter ?? TimeSpan.Zero,
        };

    private static string GetBody(string lambda) =>
        lambda.IndexOf("=>", StringComparison.Ordinal) is >= 0 and var arrow ? lambda[(arrow + 2)..].Trim() : lambda;
}
