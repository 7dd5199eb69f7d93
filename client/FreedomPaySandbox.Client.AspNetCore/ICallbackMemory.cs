namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Remembers which callbacks were stored: two are the same when payment id and status are. Put it on the database of the merchant where
/// several instances receive callbacks, and where a repeat must be known after a restart.
/// </summary>
public interface ICallbackMemory
{
    /// <summary>Whether a callback of that payment id and status was remembered. Asked before the handler is called.</summary>
    /// <param name="callback">The callback.</param>
    /// <param name="cancellation">Cancelled when the gateway hangs up.</param>
    ValueTask<bool> KnowsAsync(Callback callback, CancellationToken cancellation);

    /// <summary>Remembers a callback. Called when the handler has completed, and before the gateway is answered.</summary>
    /// <param name="callback">The callback.</param>
    /// <param name="cancellation">Not cancelled when the gateway hangs up: the callback is stored by then.</param>
    ValueTask RememberAsync(Callback callback, CancellationToken cancellation);
}

/// <summary>What makes two callbacks the same: salt and signature differ at each attempt.</summary>
internal readonly record struct CallbackIdentity(long PaymentId, CallbackStatus Status)
{
    public static CallbackIdentity From(Callback callback) => new(callback.PaymentId, callback.Status);
}

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
