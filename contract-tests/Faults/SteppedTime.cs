namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>The machine's clock as somebody sets it under a running process: it jumps, and timers go on as they were.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Step(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
