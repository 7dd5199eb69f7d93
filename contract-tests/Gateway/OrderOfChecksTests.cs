using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>Each request fails two checks that follow each other; the earlier one answers.</summary>
public sealed class OrderOfChecksTests
{
    private static readonly Merchant s_withoutMethod = RunningSandbox.Merchant with
    {
        DisabledMethods = new HashSet<string>(["p2p2nonreg"], StringComparer.Ordinal),
    };

    [Fact]
    [Proves("E-5", "E-2")]
    public async Task The_merchant_is_looked_at_before_the_signature() =>
        Assert.Equal("9998", await OutcomeAsync(RunningSandbox.Merchant, SignedCall.Payout(merchant: 9971) with { Secret = "wrong" }));

    [Fact]
    [Proves("E-2", "E-7")]
    public async Task The_signature_is_looked_at_before_the_fields() =>
        Assert.Equal("1100", await OutcomeAsync(RunningSandbox.Merchant, SignedCall.Payout().Without("pg_order_id") with { Secret = "wrong" }));

    [Theory]
    [InlineData("pg_amount", "much")]
    [InlineData("pg_description", "")]
    [Proves("E-7", "E-11")]
    public async Task The_fields_are_looked_at_before_the_method(string field, string value) =>
        Assert.Equal("9403", await OutcomeAsync(s_withoutMethod, SignedCall.Payout().With(field, value)));

    [Fact]
    [Proves("E-10", "E-9")]
    public async Task The_idempotency_key_is_looked_at_before_the_order()
    {
        var first = SignedCall.Payout().With("pg_idempotency_key", "key");
        Assert.Equal("9403", await OutcomeAsync(RunningSandbox.Merchant, first, first.With("pg_amount", "200")));
        Assert.Equal("ok", await OutcomeAsync(RunningSandbox.Merchant, first, first));
    }

    [Fact]
    [Proves("E-9", "E-8")]
    public async Task The_order_is_looked_at_before_the_balance() => Assert.Equal("9991", await OutcomeAsync(
        RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(100) }, SignedCall.Payout(), SignedCall.Payout()));

    [Theory]
    [InlineData("5325349472901311")]
    [InlineData("4405645000006151")]
    [Proves("E-8", "E-1")]
    public async Task The_balance_is_looked_at_before_the_card(string card) => Assert.Equal("8888", await OutcomeAsync(
        RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(99) }, SignedCall.Payout(card: card)));

    [Fact]
    [Proves("E-11", "E-10")]
    public async Task The_method_is_looked_at_before_the_idempotency_key()
    {
        var call = SignedCall.Payout().With("pg_idempotency_key", "key");
        using var file = new TemporaryStore();
        await using (var sandbox = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant)))
            Assert.Equal("ok", (await sandbox.CallAsync(call)).Outcome);

        await using var switchedOff = await RunningSandbox.StartAsync(file.With(s_withoutMethod));
        Assert.Equal("9992", (await switchedOff.CallAsync(call)).Outcome);
    }

    [Theory]
    [InlineData("/g2g/p2p2nonreg/")]
    [InlineData("/G2G/P2P2NONREG")]
    [Proves("E-11", "S-1")]
    public async Task No_spelling_of_the_path_gets_past_a_method_that_is_off(string path) =>
        Assert.Equal("9992", await OutcomeAsync(s_withoutMethod, SignedCall.Payout() with { Path = path }));

    private static async Task<string> OutcomeAsync(Merchant merchant, params SignedCall[] calls)
    {
        await using var sandbox = await RunningSandbox.StartAsync(merchant);
        var outcome = "";
        foreach (var call in calls)
            outcome = (await sandbox.CallAsync(call)).Outcome;
        return outcome;
    }
}
