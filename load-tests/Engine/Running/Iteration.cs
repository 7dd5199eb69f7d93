namespace NBomber.Running;

/// <summary>One iteration, to be begun by whoever has time.</summary>
/// <param name="load">The load it belongs to.</param>
/// <param name="intended">When it should begin, from the begin of the load.</param>
internal sealed class Iteration(ScenarioLoad load, TimeSpan intended) : IThreadPoolWorkItem
{
    public void Execute() => _ = load.IterateAsync(intended);
}
