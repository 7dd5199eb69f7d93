using System.Data.Common;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// Delivers what the store says is owed, at least once. The store is the queue: this looks there for lanes with something due, lets
/// each lane work by itself, and sleeps until the next one is due. A nudge shortens the wait and does nothing else.
/// </summary>
internal sealed partial class CallbackDelivery(
    SandboxStore store, CallbackAttempts attempts, MerchantBook merchants, SandboxClock machine, ILogger<CallbackDelivery> log) : BackgroundService
{
    /// <summary>How long the loop sleeps at most: what others wrote to a shared store is found by then.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    /// <summary>How long attempts under way may still take when the sandbox stops.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    /// <summary>When to look again for what is due and yet belongs to somebody else, whose lease ends by itself.</summary>
    private static readonly TimeSpan s_leaseWait = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, LaneWorker> _lanes = new(StringComparer.Ordinal);
    private readonly WakeUp _wakeUp = new(machine);
    private readonly CancellationTokenSource _abandon = new();
    private bool _stopped;

    /// <summary>Says that a lane of an account owes a callback from that moment of the merchant's time on.</summary>
    public void Nudge(Account account, string lane, DateTimeOffset due)
    {
        if (account.Clock.Until(due) is not { } wait)
            return;
        if (wait <= TimeSpan.Zero)
            Work(lane);
        else
            _wakeUp.At(machine.Now + wait);
    }

    /// <summary>Says that an account owes those callbacks now.</summary>
    public void Nudge(Account account, IReadOnlyList<OwedCallback> callbacks)
    {
        foreach (var owed in callbacks)
            Nudge(account, owed.Lane, owed.DueAt);
    }

    /// <summary>Says that anything may have changed, a clock among others.</summary>
    public void Nudge() => _wakeUp.At(machine.Now);

    /// <summary>
    /// Returns when all that an account's payouts owe by its clock was attempted. For payouts that come in meanwhile nobody waits: they
    /// may never cease.
    /// </summary>
    public async Task WorkOffAsync(Account account, CancellationToken cancellation)
    {
        var last = await store.Payouts.LastAsync(account.Number, cancellation);
        while (!account.Closed.IsCancellationRequested && !_abandon.IsCancellationRequested)
        {
            var beat = account.Pulse.Next;
            var due = await store.Callbacks.DueLanesAsync(account.Number, account.Clock.Now, last, cancellation);
            if (due.Count == 0)
                return;

            foreach (var lane in due)
                Work(lane);
            await beat.WaitAsync(s_leaseWait, machine.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Returns when no attempt of an account is under way.</summary>
    public Task QuietAsync(Account account)
    {
        lock (_lanes)
        {
            var lanes = _lanes.Values.Where(lane => CallbackLane.AccountOf(lane.Name) == account.Number);
            return Task.WhenAll(lanes.Select(lane => lane.IdleAsync()).ToList());
        }
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
        await Task.WhenAny(drained, Task.Delay(s_grace, machine.Time, cancellationToken));
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
        var next = machine.Now + s_longestWait;
        try
        {
            foreach (var (lane, due) in await store.Callbacks.LanesAsync(stopping))
            {
                // Those of a merchant that is not configured now stay owed; those whose clock stands wait until it is moved.
                if (merchants.ByNumber(CallbackLane.AccountOf(lane))?.Clock.Until(due) is not { } wait)
                    continue;
                if (wait <= TimeSpan.Zero)
                    Work(lane);
                else if (machine.Now + wait < next)
                    next = machine.Now + wait;
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
