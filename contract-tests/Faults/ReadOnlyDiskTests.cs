using FreedomPaySandbox.ContractTests.Processes;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A disk on which a sandbox cannot write when it starts.</summary>
[Collection(OwnProcesses.Name)]
public sealed class ReadOnlyDiskTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_briefly = TimeSpan.FromSeconds(0.3);

    [SmallDiskFact]
    public async Task A_kept_file_on_a_read_only_disk_is_refused_at_the_start_and_is_as_it_was_when_it_may_be_written_again()
    {
        using var disk = SmallDisk.Mount(megabytes: 48);
        await using var endpoint = await FaultEndpoint.StartAsync();
        OrderLoad load;
        await using (var before = await FaultFleet.StartAsync(disk.Store))
        {
            load = new OrderLoad(before.Clients, endpoint);
            await load.RunAsync(s_briefly);
            await before.StopAsync();
        }

        disk.LetRead();
        await RefusedAsync(disk, "cannot be written");
        disk.LetWrite();

        await using var after = await FaultFleet.StartAsync(disk.Store);
        await FaultRun.DeliverAsync(after.Clients[0]);
        await after.StopAsync();
        FaultRun.Conclude(await FaultBooks.CloseAsync(disk.Store, load, endpoint) with { ErrorsLeaveNoTrace = true }, load, output);
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_said_at_the_start_and_there_is_a_start_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        disk.Fill();
        await RefusedAsync(disk, "full");
        disk.MakeRoom();

        await using var fleet = await FaultFleet.StartAsync(disk.Store);
        await fleet.StopAsync();
    }

    private static async Task RefusedAsync(SmallDisk disk, string because)
    {
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", disk.Store);
        var end = await sandbox.EndAsync();
        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith($"The store {disk.Store} ", end.Error, StringComparison.Ordinal);
        Assert.Contains(because, end.Error, StringComparison.Ordinal);
    }
}
