using System.Text;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A reset is a clean cut, whatever is under way.</summary>
public sealed class ResetStormTests(ITestOutputHelper output)
{
    private const int Resets = 100;
    private const int Opening = 1_000_000;
    private const int Amount = 100;

    [Fact]
    public async Task A_reset_in_the_middle_of_deliveries_and_payouts_leaves_nothing_of_before_a_hundred_times()
    {
        var storm = new StormInbox();
        await using var inbox = await MerchantEndpoint.StartAsync(storm.Answer);
        await using var sandbox = await SteeredSandbox.StartAsync(settings: new SandboxSettings
        {
            Rules = RulesReader.Read(Encoding.UTF8.GetBytes("""[{ "then": { "callback": { "name": "concurrent", "times": 3 } } }]"""), OperationNames.All).Rules!,
            Merchants = [Merchant.Default with { OpeningBalance = Protocol.Amount.FromUnits(Opening), Seed = 7 }],
        });
        var merchant = SteeredMerchant.Default(sandbox.Client);

        var (calls, overtaken) = (0, 0);
        for (var number = 1; number <= Resets; number++)
        {
            var round = new StormRound(merchant, inbox, number);
            var old = await sandbox.Store.AccountAsync(merchant.Id);
            IReadOnlySet<string> rows = new HashSet<string>(StringComparer.Ordinal);
            await round.RunAsync(async () => rows = await sandbox.Store.RowsAsync(old));

            Assert.Empty((await sandbox.Store.RowsAsync(old)).Except(rows, StringComparer.Ordinal));
            await AssertNothingOfBeforeAsync(merchant, round.Calls);
            calls += round.Calls.Count;
            overtaken += round.Calls.Count(call => call.Outcome != "ok");
        }

        storm.End();
        await merchant.CatchUpAsync();
        var patience = Patience.For("a store without rows of before");
        while (patience.GoesOn() && await sandbox.Store.LeftOverAsync() > 0)
            await sandbox.Store.ProbeAsync(CancellationToken.None);
        output.WriteLine($"{Resets} resets among {calls} calls, {overtaken} of them overtaken by one");
    }

    private static async Task AssertNothingOfBeforeAsync(SteeredMerchant merchant, IReadOnlyList<StormCall> calls)
    {
        var known = calls.ToDictionary(call => call.OrderId, StringComparer.Ordinal);
        var kept = (await merchant.PayoutsAsync()).Select(GetOrder).ToList();

        // A call that was on its way during the reset came before it or after it, or was told that it was overtaken.
        Assert.All(kept, order => Assert.True(known[order] is { IsBefore: false, Outcome: "ok" }, $"{known[order]}"));
        Assert.All(calls.AssertNotEmpty(), call => Assert.True(call.Outcome == "ok" || call is { IsBefore: false, IsAfter: false, Outcome: "9999" }, call.ToString()));
        Assert.Empty(calls.Where(call => call.IsAfter).AssertNotEmpty().Select(call => call.OrderId).Except(kept, StringComparer.Ordinal));
        Assert.All((await merchant.CallbacksAsync()).AssertNotEmpty(), callback => Assert.Contains(GetOrder(callback), kept, StringComparer.Ordinal));
        Assert.All((await merchant.RequestsAsync()).AssertNotEmpty(), request => Assert.False(known[GetOrder(request)].IsBefore));
        Assert.Equal(Opening - (kept.Count * Amount), await merchant.BalanceAsync());
    }

    private static string GetOrder(JsonNode thing) => (string)thing["orderId"]!;
}
