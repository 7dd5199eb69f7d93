using NBomber.CSharp;

namespace NBomber.Contracts;

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
