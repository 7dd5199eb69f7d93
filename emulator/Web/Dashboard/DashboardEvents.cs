using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>
/// Tells browsers that something has changed, as server-sent events: no more than four a second, because a page that is fetched
/// again shows all of it at once.
/// </summary>
internal sealed class DashboardEvents(MerchantRegistry merchants, UnattributedJournal nobody, SandboxClock machine, IHostApplicationLifetime lifetime)
{
    /// <summary>A browser's tab takes one; each costs a connection.</summary>
    public const int MostWatchers = 200;

    private const string ContentType = "text/event-stream";

    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(250);

    /// <summary>So that a connection which is gone is noticed, and kept by proxies which is not.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(20);

    private int _watchers;

    public async Task WatchAsync(HttpContext context)
    {
        string? merchant = context.Request.Query["merchant"];
        var state = merchants.Find(merchant);
        if (!string.IsNullOrEmpty(merchant) && state is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Who asks for headers alone does not wait for events.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = ContentType;
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _watchers) > MostWatchers)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            else
                await TellAsync(context, state?.Changes ?? merchants.Changes);
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    private async Task TellAsync(HttpContext context, ChangeSignal changes)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            // The first event at once: something may have changed since the page was made.
            var beaten = true;
            Task? beat = null;
            while (true)
            {
                // Taken before telling, so that no change after it goes unnoticed.
                if (beat is null || beaten)
                    beat = Task.WhenAny(changes.Next, nobody.Changes.Next);
                await context.Response.WriteAsync(beaten ? "data: beat\n\n" : ": still here\n\n", ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
                await Task.Delay(s_breath, machine.Time, ending.Token);
                await beat.WaitAsync(s_silence, machine.Time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ending.Token.ThrowIfCancellationRequested();
                beaten = beat.IsCompleted;
            }
        }
        catch (OperationCanceledException)
        {
            // The browser or the sandbox has gone.
        }
    }
}
