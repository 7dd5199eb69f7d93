using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Processes;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A PostgreSQL server that dies, or cuts connections, under the load of three sandboxes.</summary>
[Collection(OwnProcesses.Name)]
public sealed class LostServerTests(ITestOutputHelper output)
{
    private const string Cut =
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()";

    [ClusterFact]
    public async Task Nothing_is_lost_when_the_server_dies_and_comes_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var restarts = 0;
        await using var database = await PostgresDatabase.CreateAsync(cluster.ConnectionString);
        await RunAsync(database, TimeSpan.FromSeconds(0.7), async () =>
        {
            await cluster.CrashServerAsync();
            restarts++;
        });
        output.WriteLine($"server restarted             {restarts}");
        Assert.NotEqual(0, restarts);
    }

    [PostgresFact]
    public async Task Nothing_is_lost_when_connections_are_cut()
    {
        var cuts = 0;
        await using var database = await PostgresDatabase.CreateAsync();
        await RunAsync(database, TimeSpan.FromSeconds(0.2), async () =>
        {
            await database.RunAsync(Cut);
            cuts++;
        });
        output.WriteLine($"all connections cut          {cuts}");
        Assert.NotEqual(0, cuts);
    }

    private async Task RunAsync(PostgresDatabase database, TimeSpan between, Func<Task> fault)
    {
        await using var endpoint = await FaultEndpoint.StartAsync();
        await using var fleet = await FaultFleet.StartAsync(database.ConnectionString, count: 3);
        var load = new OrderLoad(fleet.Clients, endpoint);

        await FaultRun.LoadAsync(load, between, fault);

        await SharedLeases.EndAsync(database);
        await FaultRun.DeliverAsync(fleet.Clients[0]);
        await fleet.StopAsync();
        FaultRun.Conclude(await FaultBooks.CloseAsync(database.ConnectionString, load, endpoint), load, output);
    }
}
