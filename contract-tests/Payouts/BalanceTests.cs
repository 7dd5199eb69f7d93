using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

public sealed class BalanceTests
{
    [Fact]
    [Proves("T-11", "P-1")]
    public async Task Hundredths_add_up()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { OpeningBalance = new Amount(61) });
        string[] amounts = ["0.1", "0.2", "0.30", "0.01"];
        var balances = new List<string?>();
        foreach (var amount in amounts)
            balances.Add((await sandbox.CallAsync(SignedCall.Payout($"of {amount}", amount)))["pg_balance"]);

        Assert.Equal(["0.51", "0.31", "0.01", "0"], balances);
    }

    [Fact]
    [Proves("E-8")]
    public async Task The_balance_may_be_used_up_and_not_overdrawn()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(100) });
        Assert.Equal("8888", (await sandbox.CallAsync(SignedCall.Payout("too much", "100.01"))).Outcome);
        Assert.Equal("0", (await sandbox.CallAsync(SignedCall.Payout("all", "100")))["pg_balance"]);
        Assert.Equal("8888", (await sandbox.CallAsync(SignedCall.Payout("more", "0.01"))).Outcome);
    }

    [Theory]
    [InlineData("1.5", "100", "898.5")]
    [InlineData("0.5", "1", "998.99")]
    [InlineData("0.4", "1", "999")]
    [InlineData("33.333", "0.03", "999.96")]
    [InlineData("100", "500", "0")]
    [Proves("N-2")]
    public async Task The_commission_comes_on_top_rounded_to_the_nearest_hundredth(string percent, string amount, string balance)
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with
        {
            OpeningBalance = Amount.FromUnits(1000),
            CommissionPercent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture),
        });

        var reply = await sandbox.CallAsync(SignedCall.Payout(amount: amount));

        Assert.Equal((amount, balance), (reply["pg_payment_amount"], reply["pg_balance"]));
        Assert.Equal(balance, await sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("E-8")]
    public async Task The_balance_must_cover_the_commission_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(100), CommissionPercent = 1 });
        Assert.Equal("8888", (await sandbox.CallAsync(SignedCall.Payout("one", "100"))).Outcome);
        Assert.Equal("8888", (await sandbox.CallAsync(SignedCall.Payout("two", "99.02"))).Outcome);
        Assert.Equal("0.01", (await sandbox.CallAsync(SignedCall.Payout("three", "99")))["pg_balance"]);
    }
}
