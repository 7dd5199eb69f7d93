using System.Diagnostics;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A file that cannot grow any more, and then can again, under load.</summary>
[Collection(OwnProcesses.Name)]
public sealed class FullDiskTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fault-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SmallDiskFact]
    public async Task A_full_disk_costs_answers_and_no_payout()
    {
        using var disk = SmallDisk.Mount(megabytes: 48 + 2 * (int)FaultTime.Load.TotalSeconds);
        await using var fleet = await FaultFleet.StartAsync(disk.Store);
        await RunAsync(fleet, disk.Store, full =>
        {
            if (full)
                disk.Fill();
            else
                disk.MakeRoom();
            return Task.CompletedTask;
        });
    }

    [LinuxFact]
    public async Task A_file_that_may_not_grow_costs_answers_and_no_payout()
    {
        var store = Path.Combine(_folder.FullName, "sandbox.db");

        // The signal that says so by default ends a process, before any write could fail.
        await using var fleet = await FaultFleet.StartAsync(store, 1, "bash", "-c", "trap '' XFSZ; exec \"$@\"", "limited");
        // Not even within its length: after a checkpoint the log begins at its start again.
        await RunAsync(fleet, store, full => LimitAsync(fleet.Id, full ? "0" : "unlimited"));
    }

    private async Task RunAsync(FaultFleet fleet, string store, Func<bool, Task> setFull)
    {
        await using var endpoint = await FaultEndpoint.StartAsync();
        var load = new OrderLoad(fleet.Clients, endpoint);
        var times = 0;

        await FaultRun.LoadAsync(load, TimeSpan.FromSeconds(0.7), async () =>
        {
            var (errors, accepted) = (load.Errors, Accepted(load));
            await setFull(true);

            // Once SQLite's log was written back to the file, there is room within its length for a while, whatever the disk says.
            var isFelt = await FaultRun.ComesAsync(() => load.Errors >= errors + 20);
            await setFull(false);
            await FaultRun.UntilAsync(() => Accepted(load) > accepted);
            times += isFelt ? 1 : 0;
        });

        EndLeases(store);

        // The sandbox has seen that somebody else wrote to its file, and reads it through.
        var patience = Patience.For("a sandbox that is ready");
        while (patience.GoesOn() && !await IsReadyAsync(fleet.Clients[0]))
            await Task.Yield();
        await FaultRun.DeliverAsync(fleet.Clients[0]);
        await fleet.StopAsync();
        output.WriteLine($"disk full                    {times}");
        FaultRun.Conclude(await FaultBooks.CloseAsync(store, load, endpoint) with { ErrorsLeaveNoTrace = true }, load, output);
        Assert.NotEqual(0, times);
    }

    private static async Task<bool> IsReadyAsync(HttpClient sandbox)
    {
        using var answer = await sandbox.GetAsync(new Uri("/readyz", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private static int Accepted(OrderLoad load) => load.Sent.Count(order => order.Fate == OrderFate.Accepted);

    private static async Task LimitAsync(int process, string bytes)
    {
        using var limit = Process.Start("prlimit", [$"--pid={process}", $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync().WaitAsync(Patience.Limit);
        Assert.Equal(0, limit.ExitCode);
    }

    // What was attempted while nothing could be recorded is held for a while.
    private static void EndLeases(string store)
    {
        if (FaultTime.IsLong)
            return;
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = SharedLeases.Text;
        command.ExecuteNonQuery();
    }
}
