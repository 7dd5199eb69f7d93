namespace FreedomPaySandbox.ContractTests.Time;

/// <summary>A clock that stands still until a test moves it, and then fires what falls due, in order, on the test's thread.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _armed = [];
    private DateTimeOffset _now;
    private DateTimeOffset _goal;

    public ManualTime(DateTimeOffset? start = null) =>
        _now = _goal = start ?? new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; while a timer fires, the clock shows the moment at which it was due.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset goal;
        lock (_gate)
            goal = _goal += by;

        while (TakeDue(goal) is { } timer)
            timer.Fire();

        lock (_gate)
            _now = _now > goal ? _now : goal;
    }

    internal bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed)
                return false;
            _armed.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
                Insert(timer, _now + dueTime, period > TimeSpan.Zero ? period : null);
        }

        // As with the system's clock, what is due at once need not wait for the clock to move.
        if (dueTime == TimeSpan.Zero && TakeIfDue(timer))
            timer.Fire();
        return true;
    }

    internal void Forget(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _armed.Remove(timer);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset goal)
    {
        lock (_gate)
        {
            if (_armed is not [var next, ..] || next.Due > goal)
                return null;
            Take(next);
            return next;
        }
    }

    private bool TakeIfDue(ManualTimer timer)
    {
        lock (_gate)
        {
            if (!_armed.Contains(timer) || timer.Due > _now)
                return false;
            Take(timer);
            return true;
        }
    }

    private void Take(ManualTimer timer)
    {
        _armed.Remove(timer);
        _now = timer.Due > _now ? timer.Due : _now;
        if (timer.Period is { } period)
            Insert(timer, timer.Due + period, period);
    }

    // Timers due at the same moment fire in the order in which they were set.
    private void Insert(ManualTimer timer, DateTimeOffset due, TimeSpan? period)
    {
        (timer.Due, timer.Period) = (due, period);
        var after = _armed.FindIndex(other => other.Due > due);
        _armed.Insert(after < 0 ? _armed.Count : after, timer);
    }
}
