using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>A wait in the middle of a call, which ends early when the client leaves or the sandbox stops.</summary>
internal static class LongWait
{
    public static async Task ForAsync(TimeSpan wait, HttpContext context, TimeProvider time)
    {
        var host = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await Task.Delay(wait, time, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any longer.
        }
    }
}
