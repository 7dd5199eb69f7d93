using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A test of retries waits for the merchant's answers, and for nothing else.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class TwoHoursTests(ITestOutputHelper output)
{
    private const int Failures = 4;

    [Fact]
    [Proves("N-4", "N-7")]
    public async Task Two_hours_of_retries_are_over_in_200_ms()
    {
        var attempts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using var inbox = await MerchantEndpoint.StartAsync(callback =>
            EndpointAnswers.Status(attempts.AddOrUpdate(callback["pg_order_id"], 1, (_, made) => made + 1) <= Failures ? 500 : 200));
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await sandbox.MakeAsync(new { clock = "2026-01-15T09:00:00Z" });

        await LiveThroughAsync(merchant, inbox, "warm-up");
        var taken = new List<TimeSpan>();
        foreach (var order in new[] { "first", "second", "third" })
            taken.Add(await LiveThroughAsync(merchant, inbox, order));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"two hours of retries: {string.Join(", ", taken.Select(one => $"{one.TotalMilliseconds:0.0} ms"))}"));
        Assert.InRange(taken.Min(), TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    private static async Task<TimeSpan> LiveThroughAsync(SteeredMerchant merchant, MerchantEndpoint inbox, string order)
    {
        var start = await merchant.NowAsync();
        var watch = Stopwatch.StartNew();
        await merchant.PayAsync(order, inbox.Link());
        await merchant.AdvanceAsync("2h");
        watch.Stop();

        var callback = Assert.Single(await merchant.CallbacksAsync($"order={order}"));
        Assert.Equal(("delivered", 5), ((string)callback["state"]!, (int)callback["attempts"]!));
        var history = await merchant.HistoryAsync((string)callback["id"]!);
        Assert.Equal([0, 30, 60, 90, 120], history.Select(attempt => ((DateTimeOffset)attempt!["at"]! - start).TotalMinutes));
        Assert.Equal([500, 500, 500, 500, 200], history.Select(attempt => (int)attempt!["status"]!));
        var received = inbox.For(order);
        Assert.Equal(5, received.Select(one => one["pg_salt"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(received, one => Assert.True(merchant.IsSigned(one)));
        return watch.Elapsed;
    }
}
