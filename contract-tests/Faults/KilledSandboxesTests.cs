using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>Sandboxes that die under load and are started again.</summary>
[Collection(OwnProcesses.Name)]
public sealed class KilledSandboxesTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fault-");

    public void Dispose() => _folder.Delete(recursive: true);

    [PostgresFact]
    public async Task Three_on_one_PostgreSQL_lose_nothing_when_one_after_the_other_is_killed()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var endpoint = await FaultEndpoint.StartAsync();
        await using var fleet = await FaultFleet.StartAsync(database.ConnectionString, count: 3);
        var load = new OrderLoad(fleet.Clients, endpoint);

        await FaultRun.LoadAsync(load, TimeSpan.FromSeconds(0.5), fleet.KillAsync);

        await SharedLeases.EndAsync(database);
        await FaultRun.DeliverAsync(fleet.Clients[0]);
        await fleet.StopAsync();
        output.WriteLine($"sandboxes killed             {fleet.Kills}");
        FaultRun.Conclude(await FaultBooks.CloseAsync(database.ConnectionString, load, endpoint), load, output);
        Assert.NotEqual(0, fleet.Kills);
    }

    [UnixFact]
    public async Task One_on_a_kept_file_loses_nothing_when_it_is_killed()
    {
        var store = Path.Combine(_folder.FullName, "sandbox.db");
        await using var endpoint = await FaultEndpoint.StartAsync();
        await using var fleet = await FaultFleet.StartAsync(store);
        var load = new OrderLoad(fleet.Clients, endpoint);

        await FaultRun.LoadAsync(load, TimeSpan.FromSeconds(0.5), fleet.KillAsync);

        await FaultRun.DeliverAsync(fleet.Clients[0]);
        await fleet.StopAsync();
        output.WriteLine($"sandboxes killed             {fleet.Kills}");
        FaultRun.Conclude(await FaultBooks.CloseAsync(store, load, endpoint) with { ErrorsLeaveNoTrace = true }, load, output);
        Assert.NotEqual(0, fleet.Kills);
    }
}
