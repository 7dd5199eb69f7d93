using System.Threading.Channels;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;

namespace FreedomPaySandbox.ContractTests.Admin;

/// <summary>A <see cref="ManualTime"/> that tells of every pause that begins, so that a test moves it only while somebody pauses.</summary>
internal sealed class PauseTime(ManualTime time) : TimeProvider
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => time.TimestampFrequency;

    /// <summary>The length of the next pause, once it has begun.</summary>
    public async Task<TimeSpan> PauseAsync() => await _pauses.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        _pauses.Writer.TryWrite(dueTime);
        return timer;
    }
}
