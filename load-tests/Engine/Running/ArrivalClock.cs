namespace NBomber.Running;

/// <summary>Begins iterations when they are due. It wakes once a millisecond at most and then begins all that are, so that its cost does not grow with the rate.</summary>
internal static class ArrivalClock
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    /// <param name="arrivals">The intended starts, from <paramref name="origin"/>.</param>
    /// <param name="origin">A timestamp of <paramref name="time"/>.</param>
    /// <param name="begin">Begins the iteration that was intended then.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Lets no more begin.</param>
    public static async Task RunAsync(IEnumerable<TimeSpan> arrivals, long origin, Action<TimeSpan> begin, TimeProvider time, CancellationToken stop)
    {
        foreach (var intended in arrivals)
        {
            await UntilAsync(intended, origin, time, stop);
            if (stop.IsCancellationRequested)
                return;
            begin(intended);
        }
    }

    /// <summary>Waits until it is that late after <paramref name="origin"/>, or until it is stopped.</summary>
    public static async Task UntilAsync(TimeSpan moment, long origin, TimeProvider time, CancellationToken stop)
    {
        TimeSpan left;
        while (!stop.IsCancellationRequested && (left = moment - time.GetElapsedTime(origin)) > TimeSpan.Zero)
            await Task.Delay(left < s_tick ? s_tick : left, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
