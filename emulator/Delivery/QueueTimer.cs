using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Wakes each queue at the earliest moment that was named for it, by the machine's clock. One timer serves all queues; a queue that was
/// woken is forgotten until somebody names its next moment.
/// </summary>
internal sealed class QueueTimer : IDisposable
{
    /// <summary>Timers of the system cannot wait for ever. A queue woken too early names its moment again.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _moments = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset Moment, string Queue)> _order = new(Comparer<(DateTimeOffset Moment, string Queue)>.Create(Compare));
    private readonly SandboxClock _clock;
    private readonly Action<string> _wake;
    private readonly ITimer _timer;
    private bool _disposed;

    /// <param name="clock">The machine's.</param>
    /// <param name="wake">Wakes a queue; called outside any lock of this.</param>
    public QueueTimer(SandboxClock clock, Action<string> wake)
    {
        (_clock, _wake) = (clock, wake);
        _timer = clock.Time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many queues wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _moments.Count;
        }
    }

    /// <summary>Wakes a queue at that moment, unless an earlier one was named for it.</summary>
    public void At(string queue, DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            if (_moments.TryGetValue(queue, out var known))
            {
                if (known <= moment)
                    return;
                _order.Remove((known, queue));
            }

            _moments[queue] = moment;
            _order.Add((moment, queue));
            if (_order.Min.Moment < moment)
                return;
        }

        Arm();
    }

    // A timer that is disposed of may be firing at that very moment.
    public void Dispose()
    {
        lock (_lock)
            _disposed = true;
        _timer.Dispose();
    }

    private void Fire()
    {
        foreach (var queue in TakeDue())
            _wake(queue);
        Arm();
    }

    private List<string> TakeDue()
    {
        lock (_lock)
        {
            var due = new List<string>();
            var now = _clock.Now;
            while (!_disposed && _order.Count > 0 && _order.Min is var first && first.Moment <= now)
            {
                _order.Remove(first);
                _moments.Remove(first.Queue);
                due.Add(first.Queue);
            }

            return due;
        }
    }

    // Also after somebody else did so for an earlier moment: which of two comes last does not matter, for both look what is first.
    private void Arm()
    {
        lock (_lock)
        {
            if (_disposed || _order.Count == 0)
                return;
            var wait = _order.Min.Moment - _clock.Now;
            _timer.Change(
                wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > s_longestWait ? s_longestWait : wait, Timeout.InfiniteTimeSpan);
        }
    }

    private static int Compare((DateTimeOffset Moment, string Queue) one, (DateTimeOffset Moment, string Queue) other)
    {
        var byMoment = one.Moment.CompareTo(other.Moment);
        return byMoment != 0 ? byMoment : string.CompareOrdinal(one.Queue, other.Queue);
    }
}

/// <summary>A sleep that others can cut short. A wake-up that comes while nobody sleeps is kept for the next one who does.</summary>
internal sealed class WakeTimer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly SandboxClock _clock;
    private readonly ITimer _timer;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private bool _disposed;

    public WakeTimer(SandboxClock clock)
    {
        _clock = clock;
        _timer = clock.Time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the sleeper at that moment, unless it wakes earlier.</summary>
    public void At(DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (_disposed || moment >= _next)
                return;
            _next = moment;
            var wait = moment - _clock.Now;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public async Task WaitAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        At(until);
        await _signal.WaitAsync(cancellation);
        lock (_lock)
            _next = DateTimeOffset.MaxValue;
    }

    // A timer that is disposed of may be firing at that very moment.
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _disposed = true;
            _signal.Dispose();
        }
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (!_disposed && _signal.CurrentCount == 0)
                _signal.Release();
        }
    }
}
