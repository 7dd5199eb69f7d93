using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>The same seed and the same calls give the same bytes, whatever goes wrong on the way.</summary>
public sealed class TimelineTests
{
    public static TheoryData<string> Faults => [.. GatewayFaultTable.Names];

    [Fact]
    public async Task Everything_that_can_happen_happens_the_same_again_byte_for_byte()
    {
        await using var inbox = await Timeline.InboxAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        await using var another = await SteeredSandbox.StartAsync();
        var merchant = await MakeAsync(sandbox, seed: 7);

        var first = await new Timeline(merchant, inbox).RecordAsync();
        var elsewhere = await new Timeline(await MakeAsync(another, seed: 7), inbox).RecordAsync();
        await merchant.ResetAsync();
        var after = await new Timeline(merchant, inbox).RecordAsync();

        AssertSame(first, elsewhere);
        AssertSame(first, after);
        await Verify(first);
    }

    [Fact]
    public async Task Another_seed_gives_other_bytes()
    {
        await using var inbox = await Timeline.InboxAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var seven = await new Timeline(await MakeAsync(sandbox, seed: 7), inbox).RecordAsync();
        await sandbox.Admin.SendAsync(HttpMethod.Delete, "merchants/77");
        var eight = await new Timeline(await MakeAsync(sandbox, seed: 8), inbox).RecordAsync();

        Assert.NotEqual(seven, eight, StringComparer.Ordinal);
        Assert.Equal(Headings(seven).Count(), Headings(eight).Count());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_payout_is_there_and_called_back_exactly_where_its_fault_comes_after_it(string fault)
    {
        await using var inbox = await Timeline.InboxAsync();
        await using var sandbox = await SteeredSandbox.StartAsync();
        var merchant = await MakeAsync(sandbox, seed: 7);
        var order = Timeline.FaultOrder(fault);

        await new Timeline(merchant, inbox).RecordAsync(order);

        var made = GatewayFaultTable.Find(fault)?.CarriesOut ?? true;
        Assert.Equal(made ? ["ok"] : [], (await merchant.PayoutsAsync($"order={order}")).Select(payout => (string)payout["status"]!), StringComparer.Ordinal);
        Assert.Equal(made ? ["delivered"] : [], (await merchant.CallbacksAsync($"order={order}")).Select(callback => (string)callback["state"]!), StringComparer.Ordinal);
        Assert.Equal(made ? 1 : 0, inbox.All.Count);
        Assert.Equal(made ? 999_900 : 1_000_000, await merchant.BalanceAsync());
        var request = Assert.Single(await merchant.RequestsAsync($"order={order}"));
        Assert.Equal((fault, order), ((string)request["fault"]!, (string)request["rule"]!));
    }

    private static Task<SteeredMerchant> MakeAsync(SteeredSandbox sandbox, int seed) => sandbox.MakeAsync(new
    {
        id = 77,
        seed,
        clock = "2026-01-15T09:00:00Z",
        balance = 1_000_000,
        payoutSecret = "timeline-secret",
    });

    private static IEnumerable<string> Headings(string timeline) => timeline.Split('\n').Where(line => line.StartsWith("=====", StringComparison.Ordinal));

    private static void AssertSame(string expected, string actual)
    {
        Assert.Equal(expected, actual, StringComparer.Ordinal);
    }
}
