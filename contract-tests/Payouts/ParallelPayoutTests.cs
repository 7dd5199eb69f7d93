using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

public sealed class ParallelPayoutTests
{
    private const int Clients = 64;
    private const int PayoutsPerClient = 200;
    private const int Covered = Clients * PayoutsPerClient / 2;

    [Fact]
    [Proves("E-8", "T-12")]
    public async Task Of_many_payouts_at_once_exactly_those_that_the_balance_covers_are_made()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { OpeningBalance = new Amount(Covered * 25) });

        var outcomes = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => PayAsync(sandbox, client)))).SelectMany(all => all).ToList();

        Assert.Equal(Covered, outcomes.Count(outcome => outcome == "ok"));
        Assert.Equal(Covered, outcomes.Count(outcome => outcome == "8888"));
        Assert.Equal("0", await sandbox.BalanceAsync());
        AssertEachBalanceWasShownOnce(await sandbox.PayoutsAsync());
    }

    private static async Task<List<string>> PayAsync(RunningSandbox sandbox, int client)
    {
        var outcomes = new List<string>(PayoutsPerClient);
        for (var i = 0; i < PayoutsPerClient; i++)
            outcomes.Add((await sandbox.CallAsync(SignedCall.Payout($"{client}-{i}", "0.25"))).Outcome);
        return outcomes;
    }

    private static void AssertEachBalanceWasShownOnce(IReadOnlyList<Emulator.Payouts.Payout> payouts)
    {
        Assert.Equal(Clients * PayoutsPerClient, payouts.Select(payout => payout.PaymentId).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, Covered).Select(left => new Amount(left * 25)),
            payouts.Where(payout => payout.ErrorCode is null).Select(payout => payout.BalanceAfter).Order());
    }
}
