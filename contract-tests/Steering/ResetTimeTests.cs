using System.Diagnostics;
using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A reset takes as long however much there was, so that a test suite can afford one before each test.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class ResetTimeTests(ITestOutputHelper output)
{
    private const int Thousand = 1000;

    [Fact]
    public async Task Emptying_a_merchant_of_a_thousand_payouts_takes_less_than_5_ms()
    {
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z", callbackSchedule = "1h" });

        await FillAsync(merchant, inbox, 10);
        await merchant.ResetAsync();
        var taken = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await FillAsync(merchant, inbox, Thousand);
            var started = Stopwatch.GetTimestamp();
            await merchant.ResetAsync();
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Empty(await merchant.PayoutsAsync());
        }

        taken.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resets over HTTP: {string.Join(", ", taken.Select(one => $"{one:0.00} ms"))}"));
        Assert.InRange(taken[taken.Count / 2], 0, 5);
    }

    private static async Task FillAsync(SteeredMerchant merchant, MerchantEndpoint inbox, int payouts)
    {
        await Parallel.ForAsync(0, payouts, async (i, stopping) => await merchant.PayAsync($"ORD{i}", inbox.Link(), cancellation: stopping));
        Assert.Equal(payouts, (await merchant.CallbacksAsync("limit=1000&state=pending")).Count);
    }
}
