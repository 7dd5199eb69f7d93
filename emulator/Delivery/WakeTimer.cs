using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.Emulator.Delivery;

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
