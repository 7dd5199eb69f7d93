namespace FreedomPaySandbox.Emulator.Clock;

/// <summary>
/// Tells those who wait that something of a merchant has changed. A notification that nobody waits for costs next to nothing.
/// </summary>
/// <param name="above">Beats along: that of all merchants, for those who wait for any.</param>
internal sealed class ChangeSignal(ChangeSignal? above = null)
{
    private TaskCompletionSource? _next;

    /// <summary>Completes at the next notification. Taken before looking, so that no change after the look goes unnoticed.</summary>
    public Task Next
    {
        get
        {
            if (Volatile.Read(ref _next) is { } awaited)
                return awaited.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
        }
    }

    public void Notify()
    {
        // An exchange even when nobody seems to wait: it keeps the change before it from becoming visible only after the notification.
        Interlocked.Exchange(ref _next, null)?.SetResult();
        above?.Notify();
    }
}
