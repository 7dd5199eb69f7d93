namespace FreedomPaySandbox.ContractTests.Time;

public sealed class ManualTimeTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new();

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        Assert.Equal(s_start, _time.GetUtcNow());
        var before = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal(s_start.AddMilliseconds(1500), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMilliseconds(1500), _time.GetElapsedTime(before));
    }

    [Fact]
    public void The_clock_starts_where_the_test_wants()
    {
        var start = new DateTimeOffset(2024, 9, 2, 12, 19, 1, TimeSpan.Zero);
        Assert.Equal(start, new ManualTime(start).GetUtcNow());
    }

    [Fact]
    public void The_clock_does_not_go_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Timers_fire_in_the_order_in_which_they_fall_due_and_see_their_own_moment()
    {
        var fired = new List<(string, TimeSpan)>();
        using var late = Once("late", 3, fired);
        using var early = Once("early", 1, fired);
        using var alsoEarly = Once("also early", 1, fired);
        using var never = Once("never", 5, fired);

        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([("early", Seconds(1)), ("also early", Seconds(1)), ("late", Seconds(3))], fired);
        Assert.Equal(s_start + Seconds(4), _time.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_period()
    {
        var moments = new List<TimeSpan>();
        using var timer = _time.CreateTimer(_ => moments.Add(_time.GetUtcNow() - s_start), null, Seconds(1), Seconds(2));

        _time.Advance(Seconds(6));

        Assert.Equal([Seconds(1), Seconds(3), Seconds(5)], moments);
    }

    [Fact]
    public void A_timer_set_while_another_fires_is_not_missed()
    {
        var fired = new List<(string, TimeSpan)>();
        ITimer? second = null;
        using var first = _time.CreateTimer(_ => second = Once("second", 1, fired), null, Seconds(1), Timeout.InfiniteTimeSpan);

        _time.Advance(Seconds(2));

        Assert.Equal([("second", Seconds(2))], fired);
        second!.Dispose();
    }

    [Fact]
    public void A_stopped_timer_is_silent_and_a_changed_one_fires_at_its_new_time()
    {
        var fired = new List<(string, TimeSpan)>();
        using var changed = Once("changed", 1, fired);
        var disposed = Once("disposed", 1, fired);
        using var stopped = Once("stopped", 1, fired);

        disposed.Dispose();
        Assert.False(disposed.Change(Seconds(1), Timeout.InfiniteTimeSpan));
        Assert.True(stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        Assert.True(changed.Change(Seconds(2), Timeout.InfiniteTimeSpan));
        _time.Advance(Seconds(9));

        Assert.Equal([("changed", Seconds(2))], fired);
    }

    [Fact]
    public void A_timer_due_at_once_fires_at_once()
    {
        var fired = new List<(string, TimeSpan)>();
        using var timer = Once("now", 0, fired);
        Assert.Equal([("now", TimeSpan.Zero)], fired);

        _time.Advance(Seconds(1));
        Assert.Single(fired);
    }

    [Fact]
    public void A_delay_ends_when_the_clock_reaches_it()
    {
        var delay = Task.Delay(Seconds(30), _time);
        using var timeout = new CancellationTokenSource(Seconds(31), _time);

        _time.Advance(Seconds(30) - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(delay.IsCompletedSuccessfully);
        Assert.False(timeout.IsCancellationRequested);
        _time.Advance(Seconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void Many_threads_may_move_the_clock_and_set_timers()
    {
        const int Threads = 8;
        const int Steps = 500;
        var fired = 0;

        Parallel.For(0, Threads, _ =>
        {
            for (var step = 0; step < Steps; step++)
            {
                _time.CreateTimer(_ => Interlocked.Increment(ref fired), null, Seconds(1), Timeout.InfiniteTimeSpan);
                _time.Advance(Seconds(1));
            }
        });
        _time.Advance(Seconds(1));

        Assert.Equal(Threads * Steps, fired);
        Assert.Equal(s_start + Seconds(Threads * Steps + 1), _time.GetUtcNow());
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private ITimer Once(string name, int seconds, List<(string, TimeSpan)> fired) => _time.CreateTimer(
        _ => fired.Add((name, _time.GetUtcNow() - s_start)), null, Seconds(seconds), Timeout.InfiniteTimeSpan);
}
