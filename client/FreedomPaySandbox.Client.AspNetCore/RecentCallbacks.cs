namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Remembers the last 10 000 callbacks in the memory of this process. Another instance, a restart, or 10 000 others in between, and a
/// repeat comes as new: the handler must stand that, or the memory be one on a database.
/// </summary>
public sealed class RecentCallbacks : ICallbackMemory
{
    /// <summary>How many are remembered.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<CallbackIdentity> _known = [];
    private readonly Queue<CallbackIdentity> _oldestFirst = new();

    /// <inheritdoc/>
    public ValueTask<bool> KnowsAsync(Callback callback, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (_gate)
            return ValueTask.FromResult(_known.Contains(CallbackIdentity.From(callback)));
    }

    /// <inheritdoc/>
    public ValueTask RememberAsync(Callback callback, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var identity = CallbackIdentity.From(callback);
        lock (_gate)
        {
            if (!_known.Add(identity))
                return ValueTask.CompletedTask;
            _oldestFirst.Enqueue(identity);
            if (_oldestFirst.Count > Capacity)
                _known.Remove(_oldestFirst.Dequeue());
        }

        return ValueTask.CompletedTask;
    }
}
