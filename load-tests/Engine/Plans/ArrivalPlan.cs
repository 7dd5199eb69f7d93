namespace FreedomPaySandbox.LoadTests.Engine.Plans;

/// <summary>
/// When iterations of the open model begin: a pure function of the stage, each moment by itself, so that no rounding adds up.
/// </summary>
internal static class ArrivalPlan
{
    // What a rounded sum may lack of a whole arrival.
    private const double Hair = 1e-9;

    /// <returns>The intended starts, from the begin of the stage; none for what is no open model.</returns>
    public static IEnumerable<TimeSpan> Create(LoadStage stage) => stage.Simulation switch
    {
        LoadSimulation.Inject load => Even(load.Rate, load.Interval).Take(Count(load.Rate, load.Interval, load.During)),
        LoadSimulation.IterationsForInject load => Even(load.Rate, load.Interval).Take(load.Iterations),
        LoadSimulation.RampingInject load => Ramp(stage.RateBefore, PerSecond(load.Rate, load.Interval), load.During),
        LoadSimulation.InjectRandom load => Random(load),
        _ => [],
    };

    public static double PerSecond(int rate, TimeSpan interval) => rate / interval.TotalSeconds;

    private static int Count(int rate, TimeSpan interval, TimeSpan during) =>
        checked((int)((during.Ticks * rate + interval.Ticks - 1) / interval.Ticks));

    private static IEnumerable<TimeSpan> Even(int rate, TimeSpan interval)
    {
        if (rate <= 0)
            yield break;
        for (var number = 0L; ; number++)
            yield return TimeSpan.FromTicks(number * interval.Ticks / rate);
    }

    // The rate goes evenly from one to the other, so number n comes when the surface below it is n.
    private static IEnumerable<TimeSpan> Ramp(double from, double to, TimeSpan during)
    {
        var count = (from + to) / 2 * during.TotalSeconds;
        var slope = (to - from) / during.TotalSeconds;
        for (var number = 0; number < count - Hair; number++)
        {
            var root = Math.Sqrt(Math.Max(0, from * from + 2 * slope * number));
            yield return number == 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)(2 * number / (from + root) * TimeSpan.TicksPerSecond));
        }
    }

    private static IEnumerable<TimeSpan> Random(LoadSimulation.InjectRandom load)
    {
        for (var begin = TimeSpan.Zero; begin < load.During; begin += load.Interval)
        {
            var rate = load.MinRate + (int)(Scrambled((ulong)begin.Ticks) % (ulong)(load.MaxRate - load.MinRate + 1));
            foreach (var arrival in Even(rate, load.Interval).TakeWhile(arrival => arrival < load.Interval && begin + arrival < load.During))
                yield return begin + arrival;
        }
    }

    // SplitMix64: the same rates in each run, so that two runs can be compared.
    private static ulong Scrambled(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
