namespace NBomber.Contracts;

/// <summary>One stage of a load. In the open ones iterations arrive whatever became of those before; in the closed ones copies take turns.</summary>
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
