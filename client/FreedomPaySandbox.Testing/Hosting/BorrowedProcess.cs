using Microsoft.Extensions.Hosting;

namespace FreedomPaySandbox.Testing;

/// <summary>The process belongs to the test runner, and so do its signals: the sandbox neither hears nor delays them.</summary>
internal sealed class BorrowedProcess : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
