namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>
/// Begins iterations when they are due: it wakes now and then and begins all that are, so that its cost does not grow with the rate.
/// </summary>
internal interface IArrivalClock
{
    /// <param name="arrivals">The intended starts, from <paramref name="origin"/>.</param>
    /// <param name="origin">A timestamp.</param>
    /// <param name="begin">Begins the iteration that was intended then.</param>
    /// <param name="stop">Lets no more begin.</param>
    Task RunAsync(IEnumerable<TimeSpan> arrivals, long origin, Action<TimeSpan> begin, CancellationToken stop);
}

/// <summary>One iteration, begun by the next free thread.</summary>
/// <param name="load">The load it belongs to.</param>
/// <param name="intended">When it should begin, from the begin of the load.</param>
internal sealed class Iteration(ScenarioLoad load, TimeSpan intended) : IThreadPoolWorkItem
{
    public void Execute() => _ = load.IterateAsync(intended);
}

/// <summary>
/// The machine's clock on a thread of its own, which no load can starve. Timers would be some milliseconds late, and latency counts from
/// the intended start.
/// </summary>
internal sealed class ThreadClock(TimeProvider time) : IArrivalClock
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    public Task RunAsync(IEnumerable<TimeSpan> arrivals, long origin, Action<TimeSpan> begin, CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            foreach (var intended in arrivals)
            {
                TimeSpan left;
                while ((left = intended - time.GetElapsedTime(origin)) > TimeSpan.Zero && !stop.IsCancellationRequested)
                    stop.WaitHandle.WaitOne(left < s_tick ? s_tick : left);
                if (stop.IsCancellationRequested)
                    return;
                begin(intended);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}

/// <summary>Any clock, by its timers.</summary>
internal sealed class TimerClock(TimeProvider time) : IArrivalClock
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(IEnumerable<TimeSpan> arrivals, long origin, Action<TimeSpan> begin, CancellationToken stop)
    {
        foreach (var intended in arrivals)
        {
            await UntilAsync(intended, origin, time, stop);
            if (stop.IsCancellationRequested)
                return;
            begin(intended);
        }
    }

    /// <summary>Waits until it is that late after <paramref name="origin"/>, or a moment longer than until it is stopped.</summary>
    public static async Task UntilAsync(TimeSpan moment, long origin, TimeProvider time, CancellationToken stop)
    {
        TimeSpan left;
        while (!stop.IsCancellationRequested && (left = moment - time.GetElapsedTime(origin)) > TimeSpan.Zero)
            await Task.Delay(left < s_tick ? s_tick : left < s_longest ? left : s_longest, time, CancellationToken.None);
    }
}
