using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Steering;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>
/// The course of every scenario: load with faults beside it, the rest delivered, the books closed and held against what was seen.
/// </summary>
internal static class FaultRun
{
    private const int Turns = 10;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the load, and the fault again and again beside it, with that much time between.</summary>
    public static async Task LoadAsync(OrderLoad load, TimeSpan between, Func<Task> fault)
    {
        var running = load.RunAsync(FaultTime.Load);
        var began = TimeProvider.System.GetTimestamp();
        using var beat = new PeriodicTimer(between, TimeProvider.System);
        while (await beat.WaitForNextTickAsync() && TimeProvider.System.GetElapsedTime(began) < FaultTime.Load)
            await fault();
        await running;
    }

    /// <summary>Returns when something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo) => Assert.True(await ComesAsync(isSo), "What was waited for did not come.");

    /// <summary>Waits until something is so, for as long as patience lasts.</summary>
    public static async Task<bool> ComesAsync(Func<bool> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience.Limit)
                return false;
            await Task.Delay(s_look, TimeProvider.System);
        }

        return true;
    }

    /// <summary>Moves the merchant's clock until nothing is owed any more.</summary>
    public static async Task DeliverAsync(HttpClient sandbox)
    {
        var merchant = SteeredMerchant.Default(sandbox);
        var pending = 1L;
        for (var turn = 0; pending > 0 && turn < Turns; turn++)
            pending = (long)(await merchant.AdvanceAsync("PT3H"))["pending"]!;
    }

    /// <summary>Prints the ledger, and fails where the books are wrong.</summary>
    public static void Conclude(FaultLedger ledger, OrderLoad load, ITestOutputHelper output)
    {
        output.WriteLine($"{ledger}");
        output.WriteLine($"answers of 9999              {load.Errors}");
        output.WriteLine($"connections lost             {load.Lost}");
        Assert.Equal([], ledger.Verify());
        Assert.Contains(ledger.Orders, order => order.Fate == OrderFate.Accepted);
    }
}
