namespace NBomber.Running;

/// <summary>Where iterations run. The clock of arrivals must not wait for what an iteration does before its first await.</summary>
internal static class Dispatch
{
    public static void ToThreadPool(IThreadPoolWorkItem iteration) => ThreadPool.UnsafeQueueUserWorkItem(iteration, preferLocal: false);
}
