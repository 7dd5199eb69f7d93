using System.Collections.Concurrent;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Storm;

/// <summary>
/// Tells those who wait for a callback that it was delivered: at once where the endpoint is ours, else from the sandbox's list, ten times a
/// second.
/// </summary>
internal sealed class DeliveryWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _orders = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _over = new();
    private Task _following = Task.CompletedTask;

    public void Hear(string order) => GetTag(order).TrySetResult();

    public void Follow(SandboxMerchant merchant, TimeProvider time) => _following = FollowAsync(merchant, time);

    /// <returns>Whether it came in time.</returns>
    public async Task<bool> OfAsync(string order, TimeSpan within, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            await GetTag(order).Task.WaitAsync(within, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _following;
        _over.Dispose();
    }

    private TaskCompletionSource GetTag(string order) =>
        _orders.GetOrAdd(order, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task FollowAsync(SandboxMerchant merchant, TimeProvider time)
    {
        while (!_over.IsCancellationRequested)
        {
            foreach (var callback in await merchant.Callbacks.FindAsync(state: CallbackState.Delivered))
                Hear(callback.OrderId);
            await Task.Delay(s_look, time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
