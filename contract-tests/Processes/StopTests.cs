using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Processes;

[Collection(OwnProcesses.Name)]
public sealed class StopTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("stop-");

    private string Store => Path.Combine(_directory.FullName, "sandbox.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [UnixFact]
    public Task SIGTERM_ends_it_well() => EndsWellAsync("TERM");

    [UnixFact]
    public Task Control_C_ends_it_well() => EndsWellAsync("INT");

    [UnixFact]
    public async Task A_callback_under_way_is_delivered_before_the_end()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(released.Task));
        await using (var sandbox = await SandboxProcess.StartAsync("--store", Store))
        {
            using var gateway = new HttpClient { BaseAddress = sandbox.Url };
            await new PayoutCall("ORD1", merchant.Link()).SendAsync(gateway);
            await merchant.NextAsync();

            await sandbox.SignalAsync("TERM");
            released.SetResult();

            Assert.Equal(0, (await sandbox.EndAsync()).ExitCode);
        }

        await using var store = await SandboxStore.OpenAsync(Store);
        Assert.Equal(CallbackState.Delivered, Assert.Single(await store.CallbacksAsync()).State);
    }

    private async Task EndsWellAsync(string signal)
    {
        await using var sandbox = await SandboxProcess.StartAsync("--store", Store);

        await sandbox.SignalAsync(signal);

        Assert.Equal(new ProcessEnd(0, "", ""), await sandbox.EndAsync());
        Assert.Equal(["sandbox.db"], _directory.GetFiles().Select(file => file.Name).ToArray());
    }
}
