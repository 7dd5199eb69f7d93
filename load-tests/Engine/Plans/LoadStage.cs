namespace FreedomPaySandbox.LoadTests.Engine.Plans;

/// <summary>A stage of a load, with what the stage before it ended with: ramps begin there.</summary>
internal sealed record LoadStage(LoadSimulation Simulation, double RateBefore, int CopiesBefore)
{
    /// <summary>How long it takes; unknown where a number of iterations ends it.</summary>
    public TimeSpan? During => Simulation switch
    {
        LoadSimulation.Inject stage => stage.During,
        LoadSimulation.RampingInject stage => stage.During,
        LoadSimulation.InjectRandom stage => stage.During,
        LoadSimulation.KeepConstant stage => stage.During,
        LoadSimulation.RampingConstant stage => stage.During,
        LoadSimulation.Pause stage => stage.During,
        _ => null,
    };

    private double RateAtEnd => Simulation switch
    {
        LoadSimulation.Inject stage => ArrivalPlan.PerSecond(stage.Rate, stage.Interval),
        LoadSimulation.RampingInject stage => ArrivalPlan.PerSecond(stage.Rate, stage.Interval),
        LoadSimulation.InjectRandom stage => ArrivalPlan.PerSecond(stage.MaxRate, stage.Interval),
        LoadSimulation.IterationsForInject stage => ArrivalPlan.PerSecond(stage.Rate, stage.Interval),
        _ => 0,
    };

    private int CopiesAtEnd => Simulation switch
    {
        LoadSimulation.KeepConstant stage => stage.Copies,
        LoadSimulation.RampingConstant stage => stage.Copies,
        LoadSimulation.IterationsForConstant stage => stage.Copies,
        _ => 0,
    };

    public static IReadOnlyList<LoadStage> Create(IReadOnlyList<LoadSimulation> simulations)
    {
        var stages = new List<LoadStage>();
        foreach (var simulation in simulations)
            stages.Add(stages is [.., var last] ? new LoadStage(simulation, last.RateAtEnd, last.CopiesAtEnd) : new LoadStage(simulation, 0, 0));
        return stages;
    }
}
