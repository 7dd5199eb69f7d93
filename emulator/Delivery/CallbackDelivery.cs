using System.Collections.Concurrent;
using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Delivers what the store says is pending, at least once. The store is the queue. Each queue works by itself and is woken when its next
/// callback is due: a change of that is announced here, and a queue that has worked asks the store what is next. Looking through all queues
/// is for what nobody here has seen: what an earlier sandbox left behind, or another one on the same store.
/// </summary>
internal sealed partial class CallbackDelivery : BackgroundService
{
    /// <summary>Between two looks through all queues: what nobody has told of is found by then.</summary>
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many times as long as a look takes the next one waits at least: a store of a hundred thousand queues has other work, too.
    /// </summary>
    private const int LookShare = 20;

    /// <summary>How long it sleeps when the store did not answer.</summary>
    private static readonly TimeSpan s_faultWait = TimeSpan.FromSeconds(1);

    /// <summary>How long attempts under way may still take when the sandbox stops.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    /// <summary>When to look again for what is due and yet belongs to somebody else, whose lease ends by itself.</summary>
    private static readonly TimeSpan s_leaseWait = TimeSpan.FromMilliseconds(250);

    private readonly SandboxStore _store;
    private readonly CallbackDispatcher _attempts;
    private readonly MerchantRegistry _merchants;
    private readonly SandboxClock _machine;
    private readonly ILogger<CallbackDelivery> _log;
    private readonly Dictionary<string, QueueWorker> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, bool> _changed = new();
    private readonly WakeTimer _wakeUp;
    private readonly QueueTimer _timer;
    private readonly CancellationTokenSource _abandon = new();
    private DateTimeOffset _nextLook;
    private bool _changedAll;
    private bool _faulty;
    private bool _stopped;

    public CallbackDelivery(SandboxStore store, CallbackDispatcher attempts, MerchantRegistry merchants, SandboxClock machine, ILogger<CallbackDelivery> log)
    {
        (_store, _attempts, _merchants, _machine, _log) = (store, attempts, merchants, machine, log);
        _wakeUp = new WakeTimer(machine);
        _timer = new QueueTimer(machine, queue => Work(queue, asksForNext: true));
    }

    /// <summary>Wakes a queue when a callback in it is due, by the merchant's clock.</summary>
    private void Wake(MerchantState state, string queue, DateTimeOffset due)
    {
        if (state.Clock.Until(due) is not { } wait)
            return;
        if (wait <= TimeSpan.Zero)
            Work(queue);
        else
            _timer.At(queue, _machine.Now + wait);
    }

    /// <summary>Starts the delivery of the callbacks of a payout, and tells those who wait for a change of the merchant.</summary>
    public void Start(MerchantState state, PayoutDecision.Made made)
    {
        foreach (var pending in made.Callbacks)
            Wake(state, pending.Queue, pending.DueAt);
        foreach (var (queue, due) in made.Released)
            Wake(state, queue, due);
        state.Changes.Notify();
    }

    /// <summary>Starts the delivery of what is due in some queues, and tells those who wait for a change of the merchant.</summary>
    public void Start(MerchantState state, IReadOnlyList<string> queues, DateTimeOffset due)
    {
        foreach (var queue in queues)
            Wake(state, queue, due);
        state.Changes.Notify();
    }

    /// <summary>Says that anything of a merchant may have changed, its clock among others.</summary>
    public void Wake(long epoch)
    {
        _changed[epoch] = true;
        _wakeUp.At(_machine.Now);
    }

    /// <summary>Says that anything may have changed.</summary>
    public void Wake()
    {
        Volatile.Write(ref _changedAll, true);
        _wakeUp.At(_machine.Now);
    }

    /// <summary>
    /// Returns when all callbacks that are due by a merchant's clock were attempted. For payouts that come in meanwhile nobody waits: they
    /// may never cease.
    /// </summary>
    public async Task WorkOffAsync(MerchantState state, CancellationToken cancellation)
    {
        var last = await _store.Payouts.LastAsync(state.Epoch, cancellation);
        while (!state.Closed.IsCancellationRequested && !_abandon.IsCancellationRequested)
        {
            var beat = state.Changes.Next;
            var due = await _store.Callbacks.DueQueuesAsync(state.Epoch, state.Clock.Now, last, cancellation);
            if (due.Count == 0)
                return;

            foreach (var queue in due)
                Work(queue);
            await beat.WaitAsync(s_leaseWait, _machine.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Returns when no attempt of a merchant is under way.</summary>
    public Task QuietAsync(MerchantState state)
    {
        lock (_queues)
        {
            var queues = _queues.Values.Where(queue => DeliveryQueue.GetEpoch(queue.Name) == state.Epoch);
            return Task.WhenAll(queues.Select(queue => queue.IdleAsync()).ToList());
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task[] working;
        lock (_queues)
        {
            _stopped = true;
            working = [.. _queues.Values.Select(queue => queue.DrainAsync())];
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
        foreach (var epoch in changed)
            _changed.TryRemove(epoch, out _);
        try
        {
            foreach (var queue in all ? await _store.Callbacks.QueuesAsync(stopping) : await QueuesAsync(changed, stopping))
                Expect(queue);
            if (all)
                _nextLook = at + GetLonger(s_betweenLooks, _machine.Time.GetElapsedTime(begun) * LookShare);
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

    private static TimeSpan GetLonger(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<IReadOnlyList<QueueDue>> QueuesAsync(List<long> epochs, CancellationToken stopping)
    {
        var queues = new List<QueueDue>();
        foreach (var epoch in epochs)
            queues.AddRange(await _store.Callbacks.QueuesAsync(epoch, stopping));
        return queues;
    }

    // Those of a merchant that is not configured now stay pending; those whose clock is frozen wait until it is moved.
    private void Expect(QueueDue queue)
    {
        if (_merchants.FindEpoch(DeliveryQueue.GetEpoch(queue.Queue))?.Clock.Until(queue.DueAt) is not { } wait)
            return;
        if (wait <= TimeSpan.Zero)
            Work(queue.Queue, asksForNext: true);
        else
            _timer.At(queue.Queue, _machine.Now + wait);
    }

    private void Work(string name, bool asksForNext = false)
    {
        lock (_queues)
        {
            if (_stopped)
                return;
            if (!_queues.TryGetValue(name, out var queue))
                _queues.Add(name, queue = new QueueWorker(name, _attempts, _timer.At, Forget, _abandon.Token));
            queue.Wake(asksForNext);
        }
    }

    private void Forget(QueueWorker queue)
    {
        lock (_queues)
        {
            if (queue.IsIdle)
                _queues.Remove(queue.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer; callbacks wait.")]
    private partial void LogStoreFault(Exception fault);
}
