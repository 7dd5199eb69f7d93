using System.Data.Common;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// Delivers what the store says is owed, at least once. The store is the queue: this looks there for lanes with something due, lets
/// each lane work by itself, and sleeps until the next one is due. A nudge shortens the wait and does nothing else.
/// </summary>
internal sealed partial class CallbackDelivery(
    SandboxStore store, CallbackAttempts attempts, SandboxClock clock, ILogger<CallbackDelivery> log) : BackgroundService
{
    /// <summary>How long the loop sleeps at most: what others wrote to a shared store is found by then.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    /// <summary>How long attempts under way may still take when the sandbox stops.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, LaneWorker> _lanes = new(StringComparer.Ordinal);
    private readonly WakeUp _wakeUp = new(clock);
    private readonly CancellationTokenSource _abandon = new();
    private bool _stopped;

    /// <summary>Says that a lane owes a callback from that moment on.</summary>
    public void Nudge(string lane, DateTimeOffset due)
    {
        if (due <= clock.Now)
            Work(lane);
        else
            _wakeUp.At(due);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task[] working;
        lock (_lanes)
        {
            _stopped = true;
            working = [.. _lanes.Values.Select(lane => lane.DrainAsync())];
        }

        var drained = Task.WhenAll(working);
        await Task.WhenAny(drained, Task.Delay(s_grace, clock.Time, cancellationToken));
        await _abandon.CancelAsync();
        await drained;
    }

    public override void Dispose()
    {
        _wakeUp.Dispose();
        _abandon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await WorkDueLanesAsync(stoppingToken);
            await _wakeUp.WaitAsync(next, stoppingToken);
        }
    }

    private async Task<DateTimeOffset> WorkDueLanesAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        var next = now + s_longestWait;
        try
        {
            foreach (var (lane, due) in await store.LanesAsync(stopping))
            {
                if (due <= now)
                    Work(lane);
                else if (due < next)
                    next = due;
            }
        }
        catch (DbException fault)
        {
            LogStoreFault(fault);
        }

        return next;
    }

    private void Work(string name)
    {
        lock (_lanes)
        {
            if (_stopped)
                return;
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes.Add(name, lane = new LaneWorker(name, attempts, Forget, _abandon.Token));
            lane.Wake();
        }
    }

    private void Forget(LaneWorker lane)
    {
        lock (_lanes)
        {
            if (lane.IsIdle)
                _lanes.Remove(lane.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer; callbacks wait.")]
    private partial void LogStoreFault(Exception fault);
}
