using System.Globalization;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>Clocks that are put forwards and backwards under load.</summary>
[Collection(OwnProcesses.Name)]
public sealed class SteppedClockTests(ITestOutputHelper output)
{
    private static readonly SandboxSettings s_settings = new()
    {
        Merchants =
        [
            Merchant.Default with
            {
                Schedule = new CallbackSchedule(TimeSpan.Zero, TimeSpan.FromSeconds(1)),
                CallbackTimeout = TimeSpan.FromSeconds(1),
                SettleAfter = TimeSpan.FromSeconds(1),
            },
        ],
    };

    private int _steps;

    [Fact]
    public Task Nothing_is_lost_when_the_merchants_clock_is_put() => RunAsync(TimeProvider.System, async (sandbox, by) =>
    {
        var now = TimeProvider.System.GetUtcNow() + by;
        await sandbox.Admin.PutAsync("merchants/9970/clock", $$"""{"now":"{{now.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture)}}"}""");
    });

    [Fact]
    public async Task Nothing_is_lost_when_the_machines_clock_is_put()
    {
        var time = new SteppedTime();
        await RunAsync(time, (_, by) =>
        {
            time.Step(by);
            return Task.CompletedTask;
        });
    }

    private async Task RunAsync(TimeProvider time, Func<SteeredSandbox, TimeSpan, Task> step)
    {
        await using var endpoint = await FaultEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync(time, s_settings);
        var load = new OrderLoad([sandbox.Client], endpoint);

        // An hour forwards, an hour backwards, and so on: backwards first at every other time.
        await FaultRun.LoadAsync(load, TimeSpan.FromSeconds(0.3), () => step(sandbox, TimeSpan.FromHours(_steps++ % 4 is 0 or 3 ? 1 : -1)));

        await FaultRun.DeliverAsync(sandbox.Client);
        output.WriteLine($"clock put                    {_steps}");
        FaultRun.Conclude(await FaultBooks.CloseAsync(sandbox.Store, load, endpoint) with { ErrorsLeaveNoTrace = true }, load, output);
        Assert.NotEqual(0, _steps);
    }
}
