using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Works one queue: claims as many due callbacks as it has free slots, until none is due, and says when to wake it again. Lives only while
/// there is work.
/// </summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class QueueWorker(
    string name, CallbackDispatcher attempts, Action<string, DateTimeOffset> onNext, Action<QueueWorker> onIdle, CancellationToken abandon)
#pragma warning restore CA1001
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _slots = new(attempts.Concurrency);
    private TaskCompletionSource? _idle;
    private int _underWay;
    private bool _claiming;
    private bool _again;
    private bool _asksForNext;
    private bool _draining;

    public string Name { get; } = name;

    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return !_claiming && _underWay == 0;
        }
    }

    /// <summary>Looks for due callbacks, now or once more after the look that is under way.</summary>
    /// <param name="asksForNext">Whether nothing else wakes the queue for those that are due later.</param>
    public void Wake(bool asksForNext = false)
    {
        lock (_lock)
        {
            _again = true;
            _asksForNext |= asksForNext;
            if (_claiming || _draining)
                return;
            _claiming = true;
        }

        _ = Task.Run(ClaimUntilNoneIsDueAsync, CancellationToken.None);
    }

    /// <summary>Claims nothing more, and returns when the last attempt under way has ended.</summary>
    public Task DrainAsync()
    {
        lock (_lock)
            _draining = true;
        return IdleAsync();
    }

    /// <summary>Returns when nothing is being claimed and no attempt is under way.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            if (!_claiming && _underWay == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private async Task ClaimUntilNoneIsDueAsync()
    {
        try
        {
            while (GoesOn(out var asksForNext))
            {
                while (await ClaimAsync(asksForNext))
                {
                    // As long as every free slot found a callback, there may be more.
                }
            }
        }
#pragma warning disable CA1031 // A lane that failed once must be able to work again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (!abandon.IsCancellationRequested)
                onNext(Name, attempts.ReportClaimFault(Name, fault));
            lock (_lock)
                _claiming = false;
        }

        Rest();
    }

    private bool GoesOn(out bool asksForNext)
    {
        lock (_lock)
        {
            _claiming = _again && !_draining;
            asksForNext = _asksForNext;
            _again = _asksForNext = false;
            return _claiming;
        }
    }

    private async Task<bool> ClaimAsync(bool asksForNext)
    {
        await _slots.WaitAsync(abandon);
        var free = 1;
        while (_slots.Wait(0, CancellationToken.None))
            free++;

        var claimed = 0;
        try
        {
            if (_draining)
                return false;
            var (due, next) = await attempts.ClaimAsync(Name, free, asksForNext, abandon);
            claimed = due.Count;
            lock (_lock)
                _underWay += claimed;
            foreach (var callback in due)
                _ = Task.Run(() => AttemptAsync(callback), CancellationToken.None);
            if (next is { } moment)
                onNext(Name, moment);
            return claimed == free;
        }
        finally
        {
            if (free > claimed)
                _slots.Release(free - claimed);
        }
    }

    private async Task AttemptAsync(LeasedCallback callback)
    {
        try
        {
            if (await attempts.MakeAsync(callback, abandon) is { } next)
                onNext(Name, next);
        }
        finally
        {
            _slots.Release();
            lock (_lock)
                _underWay--;
            Rest();
        }
    }

    private void Rest()
    {
        TaskCompletionSource? idle;
        lock (_lock)
        {
            if (_claiming || _underWay > 0)
                return;
            (idle, _idle) = (_idle, null);
        }

        idle?.TrySetResult();
        onIdle(this);
    }
}
