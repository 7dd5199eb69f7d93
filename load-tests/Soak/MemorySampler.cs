namespace FreedomPaySandbox.LoadTests.Soak;

/// <summary>
/// Notes how much memory the program's objects take, a few hundred times in a run, without asking the collector for anything.
/// </summary>
internal sealed class MemorySampler : IAsyncDisposable
{
    private const int Samples = 240;

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _over = new();
    private readonly List<long> _bytes = [];
    private readonly Task _sampling;

    public MemorySampler(TimeProvider time, TimeSpan duration)
    {
        var each = duration / Samples;
        _sampling = SampleAsync(time, each > s_shortest ? each : s_shortest);
    }

    public async Task<IReadOnlyList<long>> StopAsync()
    {
        await _over.CancelAsync();
        await _sampling;
        return _bytes;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _over.Dispose();
    }

    private async Task SampleAsync(TimeProvider time, TimeSpan each)
    {
        while (!_over.IsCancellationRequested)
        {
            _bytes.Add(GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(each, time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
