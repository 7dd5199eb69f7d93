namespace FreedomPaySandbox.LoadTests.Engine.Plans;

/// <summary>Which copies of the closed model there are when: a pure function of the stage.</summary>
internal static class CopyPlan
{
    /// <returns>A span for each copy; none for what is no closed model.</returns>
    public static IReadOnlyList<CopySpan> Create(LoadStage stage) => stage.Simulation switch
    {
        LoadSimulation.KeepConstant load => [.. Enumerable.Repeat(new CopySpan(TimeSpan.Zero, load.During), load.Copies)],
        LoadSimulation.IterationsForConstant load => [.. Enumerable.Repeat(new CopySpan(TimeSpan.Zero, null), load.Copies)],
        LoadSimulation.RampingConstant load => Ramp(stage.CopiesBefore, load.Copies, load.During),
        _ => [],
    };

    private static IReadOnlyList<CopySpan> Ramp(int from, int to, TimeSpan during) =>
        [.. Enumerable.Range(0, Math.Max(from, to)).Select(copy =>
            copy < Math.Min(from, to) ? new CopySpan(TimeSpan.Zero, during)
            : to > from ? new CopySpan(during * (copy - from) / (to - from), during)
            : new CopySpan(TimeSpan.Zero, during * (from - copy) / (from - to)))];
}

/// <summary>From when until when a copy of the closed model begins iterations.</summary>
/// <param name="From">From the begin of the stage.</param>
/// <param name="Until">None where a number of iterations ends it.</param>
internal readonly record struct CopySpan(TimeSpan From, TimeSpan? Until);
