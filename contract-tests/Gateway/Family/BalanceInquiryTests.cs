using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway.Family;

public sealed class BalanceInquiryTests
{
    [Theory]
    [InlineData("g2g")]
    [InlineData("api")]
    [Proves("M-2")]
    public async Task A_balance_as_a_whole(string surface)
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { OpeningBalance = new Amount(150_000_50) });

        var reply = await sandbox.CallAsync(FamilyCall.Balance(surface));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "balance_status"));
        await Verify(reply.Text, "xml").UseParameters(surface);
    }

    [Theory]
    [InlineData("", "KGS")]
    [InlineData("USD", "USD")]
    [Proves("M-2")]
    public async Task The_currency_is_told_back_and_else_the_merchants(string asked, string told)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(told, (await sandbox.CallAsync(FamilyCall.Balance().With("pg_currency", asked)))["pg_currency"]);
    }

    [Theory]
    [InlineData("g2g")]
    [InlineData("api")]
    [Proves("M-2", "E-7")]
    public async Task An_unknown_currency_is_malformed(string surface)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var reply = await sandbox.CallAsync(FamilyCall.Balance(surface).With("pg_currency", "GBP"));

        Assert.Equal("9403", reply.Outcome);
        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "balance_status"));
    }

    [Fact]
    [Proves("M-2", "C-3")]
    public async Task The_balance_follows_what_is_debited_and_what_comes_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(1000) });
        await sandbox.CallAsync(SignedCall.Payout("1", "100"));
        await sandbox.CallAsync(SignedCall.Payout("2", "250.25", "4532676596620704"));
        Assert.Equal("649.75", (await sandbox.CallAsync(FamilyCall.Balance()))["pg_balance"]);

        sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("900.00", (await sandbox.CallAsync(FamilyCall.Balance("api")))["pg_balance"]);
    }
}
