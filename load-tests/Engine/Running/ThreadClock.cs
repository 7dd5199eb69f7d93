namespace NBomber.Running;

/// <summary>The machine's clock on a thread of its own, which no load can starve. Timers would be some milliseconds late, and latency counts from the intended start.</summary>
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
