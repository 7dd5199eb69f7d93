namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>How much load, for how long.</summary>
/// <param name="Rate">Arrivals a second, or what else the scenario counts.</param>
/// <param name="Duration">All of it, ramp and hold; not the warm-up.</param>
internal sealed record LoadSize(int Rate, TimeSpan Duration)
{
    private static readonly TimeSpan s_longestRamp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(5);

    public TimeSpan Ramp => Least(Duration / 5, s_longestRamp);

    public TimeSpan Hold => Duration - Ramp;

    public TimeSpan WarmUp => Least(Duration / 5, s_longestWarmUp);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
