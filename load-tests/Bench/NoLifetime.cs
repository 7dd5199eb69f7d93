using Microsoft.Extensions.Hosting;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>The process's signals are the command line's: an endpoint that heard them would leave in the middle of a load.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
