namespace FreedomPaySandbox.LoadTests.Engine.Running;

/// <summary>How many iterations are under way; more than the limit never are.</summary>
internal sealed class InFlight(int limit)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _drained;

    private int _peak;

    public int Count { get; private set; }

    public bool TryEnter()
    {
        lock (_gate)
        {
            if (Count >= limit)
                return false;
            _peak = Math.Max(_peak, ++Count);
            return true;
        }
    }

    /// <summary>The most there were since it was asked last.</summary>
    public int TakePeak()
    {
        lock (_gate)
        {
            var peak = _peak;
            _peak = Count;
            return peak;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? drained;
        lock (_gate)
            drained = --Count == 0 ? _drained : null;
        drained?.TrySetResult();
    }

    /// <summary>Completes when none is under way.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            if (Count == 0)
                return Task.CompletedTask;
            return (_drained ??= new TaskCompletionSource()).Task;
        }
    }
}
