using FreedomPaySandbox.ContractTests.Processes;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>Sandboxes on one store, each a process; one that is killed comes back at the same address.</summary>
internal sealed class FaultFleet : IAsyncDisposable
{
    private static readonly string[] s_settings =
        ["--callback-schedule", "0s,1s", "--callback-timeout", "1s", "--settle-after", "1s", "--log", "problems"];

    private readonly string[] _arguments;
    private readonly SandboxProcess[] _processes;

    private FaultFleet(string[] arguments, SandboxProcess[] processes)
    {
        (_arguments, _processes) = (arguments, processes);
        Clients = [.. processes.Select(process => new HttpClient { BaseAddress = process.Url, Timeout = TimeSpan.FromSeconds(60) })];
    }

    public IReadOnlyList<HttpClient> Clients { get; }

    public int Kills { get; private set; }

    public int Id => _processes[0].Id;

    public static async Task<FaultFleet> StartAsync(string store, int count = 1, params string[] behind)
    {
        string[] arguments = ["--store", store, .. s_settings];
        var processes = new SandboxProcess[count];
        for (var i = 0; i < count; i++)
            processes[i] = await SandboxProcess.StartBehindAsync(behind, ["--url", "http://127.0.0.1:0", .. arguments]);
        return new FaultFleet(arguments, processes);
    }

    /// <summary>Kills the next one in turn, and starts it again.</summary>
    public async Task KillAsync()
    {
        var which = Kills++ % _processes.Length;
        var url = _processes[which].Url;
        _processes[which].Kill();
        await _processes[which].EndAsync();
        await _processes[which].DisposeAsync();
        _processes[which] = await SandboxProcess.StartBehindAsync([], ["--url", url.GetLeftPart(UriPartial.Authority), .. _arguments]);
    }

    /// <summary>Asks all of them to end, which they must do well.</summary>
    public async Task StopAsync()
    {
        foreach (var process in _processes)
            await process.SignalAsync("TERM");
        foreach (var process in _processes.AssertNotEmpty())
            Assert.Equal(0, (await process.EndAsync()).ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Clients)
            client.Dispose();
        foreach (var process in _processes)
            await process.DisposeAsync();
    }
}
