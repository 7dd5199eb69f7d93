namespace NBomber.Running;

/// <summary>What a load runs on; tests bring another.</summary>
/// <param name="Time">Measures.</param>
/// <param name="Clock">Begins iterations when they are due.</param>
/// <param name="Dispatch">Runs them. The clock must not wait for what an iteration does before its first await.</param>
internal sealed record Machine(TimeProvider Time, IArrivalClock Clock, Action<IThreadPoolWorkItem> Dispatch)
{
    public static Machine Real { get; } = new(
        TimeProvider.System, new ThreadClock(TimeProvider.System), iteration => ThreadPool.UnsafeQueueUserWorkItem(iteration, preferLocal: false));
}
