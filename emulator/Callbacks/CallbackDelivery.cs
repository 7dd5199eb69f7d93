using System.Collections.Concurrent;
using System.Data.Common;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// Delivers what the store says is owed, at least once. The store is the queue. Each lane works by itself and is woken when its next
/// callback is due: whoever changes that says so here, and a lane that has worked asks the store what is next. Looking through all lanes is
/// for what nobody here has seen: what an earlier sandbox left behind, or another one on the same store.
/// </summary>
internal sealed partial class CallbackDelivery : BackgroundService
{
    /// <summary>Between two looks through all lanes: what nobody has told of is found by then.</summary>
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>How many times as long as a look takes the next one waits at least: a store of a hundred thousand lanes has other work, too.</summary>
    private const int LookShare = 20;

    /// <summary>How long it sleeps when the store did not answer.</summary>
    private static readonly TimeSpan s_faultWait = TimeSpan.FromSeconds(1);

    /// <summary>How long attempts under way may still take when the sandbox stops.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    /// <summary>When to look again for what is due and yet belongs to somebody else, whose lease ends by itself.</summary>
    private static readonly TimeSpan s_leaseWait = TimeSpan.FromMilliseconds(250);

    private readonly SandboxStore _store;
    private readonly CallbackAttempts _attempts;
    private readonly MerchantBook _merchants;
    private readonly SandboxClock _machine;
    private readonly ILogger<CallbackDelivery> _log;
    private readonly Dictionary<string, LaneWorker> _lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, bool> _changed = new();
    private readonly WakeUp _wakeUp;
    private readonly LaneTimer _timer;
    private readonly CancellationTokenSource _abandon = new();
    private DateTimeOffset _nextLook;
    private bool _changedAll;
    private bool _faulty;
    private bool _stopped;

    public CallbackDelivery(SandboxStore store, CallbackAttempts attempts, MerchantBook merchants, SandboxClock machine, ILogger<CallbackDelivery> log)
    {
        (_store, _attempts, _merchants, _machine, _log) = (store, attempts, merchants, machine, log);
        _wakeUp = new WakeUp(machine);
        _timer = new LaneTimer(machine, lane => Work(lane, asksForNext: true));
    }

    /// <summary>Says that a lane of an account owes a callback from that moment of the merchant's time on.</summary>
    public void Nudge(Account account, string lane, DateTimeOffset due)
    {
        if (account.Clock.Until(due) is not { } wait)
            return;
        if (wait <= TimeSpan.Zero)
            Work(lane);
        else
            _timer.At(lane, _machine.Now + wait);
    }

    /// <summary>Says that an account owes the callbacks of a payout now.</summary>
    public void Nudge(Account account, PayoutDecision.Made made)
    {
        foreach (var owed in made.Callbacks)
            Nudge(account, owed.Lane, owed.DueAt);
        foreach (var (lane, due) in made.Released)
            Nudge(account, lane, due);
    }

    /// <summary>Says that anything of an account may have changed, its clock among others.</summary>
    public void Nudge(long account)
    {
        _changed[account] = true;
        _wakeUp.At(_machine.Now);
    }

    /// <summary>Says that anything may have changed.</summary>
    public void Nudge()
    {
        Volatile.Write(ref _changedAll, true);
        _wakeUp.At(_machine.Now);
    }

    /// <summary>
    /// Returns when all that an account's payouts owe by its clock was attempted. For payouts that come in meanwhile nobody waits: they
    /// may never cease.
    /// </summary>
    public async Task WorkOffAsync(Account account, CancellationToken cancellation)
    {
        var last = await _store.Payouts.LastAsync(account.Number, cancellation);
        while (!account.Closed.IsCancellationRequested && !_abandon.IsCancellationRequested)
        {
            var beat = account.Pulse.Next;
            var due = await _store.Callbacks.DueLanesAsync(account.Number, account.Clock.Now, last, cancellation);
            if (due.Count == 0)
                return;

            foreach (var lane in due)
                Work(lane);
            await beat.WaitAsync(s_leaseWait, _machine.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        await Task.WhenAny(drained, Task.Delay(s_grace, _machine.Time, cancellationToken));
        await _abandon.CancelAsync();
        await drained;
    }

    public override void Dispose()
    {
        _wakeUp.Dispose();
        _timer.Dispose();
        _abandon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await _wakeUp.WaitAsync(_nextLook, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var (begun, at) = (_machine.Time.GetTimestamp(), _machine.Now);
        var all = Interlocked.Exchange(ref _changedAll, false) | at >= _nextLook;
        var changed = _changed.Keys.ToList();
        foreach (var account in changed)
            _changed.TryRemove(account, out _);
        try
        {
            foreach (var lane in all ? await _store.Callbacks.LanesAsync(stopping) : await LanesAsync(changed, stopping))
                Expect(lane);
            if (all)
                _nextLook = at + LongerOf(s_betweenLooks, _machine.Time.GetElapsedTime(begun) * LookShare);
            _faulty = false;
        }
        catch (DbException fault)
        {
            // Once, not at each try.
            if (!_faulty)
                LogStoreFault(fault);
            _faulty = true;
            _changedAll = true;
            _nextLook = at + s_faultWait;
        }
    }

    private static TimeSpan LongerOf(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<IReadOnlyList<LaneDue>> LanesAsync(List<long> accounts, CancellationToken stopping)
    {
        var lanes = new List<LaneDue>();
        foreach (var account in accounts)
            lanes.AddRange(await _store.Callbacks.LanesAsync(account, stopping));
        return lanes;
    }

    // Those of a merchant that is not configured now stay owed; those whose clock is frozen wait until it is moved.
    private void Expect(LaneDue lane)
    {
        if (_merchants.ByNumber(CallbackLane.AccountOf(lane.Lane))?.Clock.Until(lane.DueAt) is not { } wait)
            return;
        if (wait <= TimeSpan.Zero)
            Work(lane.Lane, asksForNext: true);
        else
            _timer.At(lane.Lane, _machine.Now + wait);
    }

    private void Work(string name, bool asksForNext = false)
    {
        lock (_lanes)
        {
            if (_stopped)
                return;
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes.Add(name, lane = new LaneWorker(name, _attempts, _timer.At, Forget, _abandon.Token));
            lane.Wake(asksForNext);
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
