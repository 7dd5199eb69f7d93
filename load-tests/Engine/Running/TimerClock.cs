namespace NBomber.Running;

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
