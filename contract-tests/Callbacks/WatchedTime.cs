using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>
/// A <see cref="ManualTime"/> that tells when somebody begins to wait, so that a test moves it neither too early nor by chance.
/// </summary>
internal sealed class WatchedTime(ManualTime time) : TimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _waits = new();

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        Waiting(dueTime).TrySetResult();
        return timer;
    }

    /// <summary>Returns once anybody has begun to wait exactly that long.</summary>
    public Task WhenWaitedForAsync(TimeSpan wait) => Waiting(wait).Task.WaitAsync(Patience.Limit);

    private TaskCompletionSource Waiting(TimeSpan wait) =>
        _waits.GetOrAdd(wait, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
