using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class WakeUpTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly WakeTimer _wakeUp;

    public WakeUpTests() => _wakeUp = new WakeTimer(new SandboxClock(_time));

    public void Dispose() => _wakeUp.Dispose();

    [Fact]
    public async Task A_sleeper_wakes_at_its_time()
    {
        var sleep = SleepAsync(seconds: 5);

        _time.Advance(TimeSpan.FromMilliseconds(4999));
        Assert.False(sleep.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await sleep.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_sleeper_is_woken_earlier_but_not_later()
    {
        var sleep = SleepAsync(seconds: 5);
        _wakeUp.At(In(7));
        _wakeUp.At(In(2));
        _wakeUp.At(In(3));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(sleep.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await sleep.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_wake_up_for_now_is_heard_at_once()
    {
        var sleep = SleepAsync(seconds: 5);

        _wakeUp.At(_time.GetUtcNow());

        await sleep.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_wake_up_while_nobody_sleeps_is_kept_for_the_next_one_who_does()
    {
        _wakeUp.At(In(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        await SleepAsync(seconds: 100).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Of_many_wake_ups_while_nobody_sleeps_one_is_kept()
    {
        for (var times = 0; times < 3; times++)
        {
            _wakeUp.At(In(1));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await SleepAsync(seconds: 100).WaitAsync(Patience.Limit);
        var second = SleepAsync(seconds: 1);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await second.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_moment_that_is_past_wakes_at_once() => await SleepAsync(seconds: -3600).WaitAsync(Patience.Limit);

    [Fact]
    public async Task A_sleep_can_be_called_off()
    {
        using var stopping = new CancellationTokenSource();
        var sleep = _wakeUp.WaitAsync(In(5), stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleep.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task No_wake_up_is_lost_between_two_sleeps()
    {
        const int Wakers = 4;
        const int Calls = 500;
        var pending = 0;
        var seen = 0;
        var sleeper = Task.Run(async () =>
        {
            while (seen < Wakers * Calls)
            {
                await _wakeUp.WaitAsync(DateTimeOffset.MaxValue, CancellationToken.None);
                seen = Volatile.Read(ref pending);
            }
        });

        Parallel.For(0, Wakers, _ =>
        {
            for (var call = 0; call < Calls; call++)
            {
                Interlocked.Increment(ref pending);
                _wakeUp.At(_time.GetUtcNow());
            }
        });

        await sleeper.WaitAsync(Patience.Limit);
        Assert.Equal(Wakers * Calls, seen);
    }

    [Fact]
    public void A_timer_that_fires_while_the_sleep_is_disposed_of_does_no_harm()
    {
        var firing = new FiringTime();
        using (var wakeUp = new WakeTimer(new SandboxClock(firing)))
            wakeUp.At(firing.GetUtcNow());

        firing.Fire();
    }

    private DateTimeOffset In(int seconds) => _time.GetUtcNow().AddSeconds(seconds);

    private Task SleepAsync(int seconds) => _wakeUp.WaitAsync(In(seconds), CancellationToken.None);

    // Fires its timer when told to, disposed of or not: as a timer does that was already on its way.
    private sealed class FiringTime : TimeProvider
    {
        private TimerCallback? _callback;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Fire() => _callback!(null);
    }
}
