using FreedomPaySandbox.ContractTests.Processes;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A merchant's endpoint that never answers, for some of the orders.</summary>
[Collection(OwnProcesses.Name)]
public sealed class HangingMerchantTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fault-");

    public void Dispose() => _folder.Delete(recursive: true);

    [UnixFact]
    public async Task One_that_hangs_holds_nobody_up_and_its_callbacks_come_to_an_end()
    {
        var store = Path.Combine(_folder.FullName, "sandbox.db");
        await using var endpoint = await FaultEndpoint.StartAsync();
        await using var fleet = await FaultFleet.StartAsync(store);
        var load = new OrderLoad(fleet.Clients, endpoint) { SomeHang = true };

        await load.RunAsync(FaultTime.Load);
        await endpoint.ComeAsync(load.Sent.Where(order => order.Fate is OrderFate.Accepted));

        await FaultRun.DeliverAsync(fleet.Clients[0]);
        await fleet.StopAsync();
        FaultRun.Conclude(await FaultBooks.CloseAsync(store, load, endpoint) with { ErrorsLeaveNoTrace = true }, load, output);
    }
}
