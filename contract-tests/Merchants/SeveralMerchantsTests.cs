using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Merchants;

public sealed class SeveralMerchantsTests
{
    private static readonly Merchant s_first = new(1, new MerchantSecrets("payout of 1", "receive of 1")) { OpeningBalance = Amount.FromUnits(1000) };
    private static readonly Merchant s_second = new(2, new MerchantSecrets("payout of 2", "receive of 2")) { OpeningBalance = Amount.FromUnits(50) };

    [Fact]
    [Proves("S-9")]
    public async Task Each_merchant_signs_with_its_own_secret_and_is_answered_with_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_first, s_second);
        foreach (var merchant in new[] { s_first, s_second })
        {
            var reply = await sandbox.CallAsync(Call(merchant, merchant.Secrets.Payout).With("pg_amount", "1"));
            Assert.Equal($"{merchant.Id}", reply["pg_merchant_id"]);
            Assert.True(reply.IsSignedWith(merchant.Secrets.Payout));
        }
    }

    [Fact]
    [Proves("S-9", "E-2")]
    public async Task Neither_the_other_secret_nor_that_of_another_merchant_will_do()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_first, s_second);
        foreach (var secret in new[] { s_first.Secrets.Receive, s_second.Secrets.Payout, s_second.Secrets.Receive, "" })
        {
            var reply = await sandbox.CallAsync(Call(s_first, secret));
            Assert.Equal("1100", reply.Outcome);
            Assert.True(reply.IsSignedWith(s_first.Secrets.Payout));
        }
    }

    [Theory]
    [InlineData("the only one", null)]
    [InlineData(null, "the only one")]
    [Proves("S-9")]
    public async Task Where_one_secret_is_configured_it_serves_for_both(string? payout, string? receive)
    {
        var merchant = s_first with { Secrets = MerchantSecrets.Create(payout, receive)! };
        Assert.Equal(("the only one", "the only one"), (merchant.Secrets.For(SecretKind.Payout), merchant.Secrets.For(SecretKind.Receive)));

        await using var sandbox = await RunningSandbox.StartAsync(merchant);
        Assert.Equal("ok", (await sandbox.CallAsync(Call(merchant, "the only one"))).Outcome);
    }

    [Fact]
    [Proves("S-9")]
    public void Where_two_secrets_are_configured_each_has_its_work()
    {
        Assert.Equal("payout of 1", s_first.Secrets.For(SecretKind.Payout));
        Assert.Equal("receive of 1", s_first.Secrets.For(SecretKind.Receive));
        Assert.Null(MerchantSecrets.Create(null, null));
    }

    [Fact]
    public void Secrets_never_show_themselves() => Assert.DoesNotContain(
        "of 1", $"{s_first} {s_first.Secrets} {s_first with { Seed = 1 }}", StringComparison.Ordinal);

    [Fact]
    [Proves("E-8", "E-9")]
    public async Task Balances_and_orders_are_each_merchants_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_first, s_second);

        Assert.Equal("900", (await sandbox.CallAsync(Call(s_first, "payout of 1")))["pg_balance"]);
        Assert.Equal("8888", (await sandbox.CallAsync(Call(s_second, "payout of 2"))).Outcome);
        Assert.Equal(("900", "50"), (await sandbox.BalanceAsync(1), await sandbox.BalanceAsync(2)));
    }

    [Fact]
    [Proves("C-2", "C-3", "E-9", "E-11")]
    public async Task Switches_are_each_merchants_own()
    {
        var strict = s_first with { Switches = new() { UnknownCards = UnknownCards.Refuse } };
        var lenient = s_second with { Switches = new() { DuplicateOrder = DuplicateOrder.Accept, ProcessAnswer = ProcessAnswer.OkWithPaymentStatus } };
        await using var sandbox = await RunningSandbox.StartAsync(strict, lenient);

        Assert.Equal(["99999", "9991", "process"], await OutcomesAsync(sandbox, strict), StringComparer.Ordinal);
        Assert.Equal(["ok", "ok", "ok"], await OutcomesAsync(sandbox, lenient), StringComparer.Ordinal);
    }

    [Fact]
    [Proves("T-12")]
    public async Task Merchants_of_one_seed_have_payment_ids_of_their_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_first with { Seed = 7 }, s_second with { Seed = 7, OpeningBalance = Amount.FromUnits(100) });

        var ofFirst = (await sandbox.CallAsync(Call(s_first, "payout of 1")))["pg_payment_id"];
        var ofSecond = (await sandbox.CallAsync(Call(s_second, "payout of 2")))["pg_payment_id"];

        Assert.NotNull(ofFirst);
        Assert.NotNull(ofSecond);
        Assert.False(ofFirst == ofSecond);
    }

    private static SignedCall Call(Merchant merchant, string secret) => SignedCall.Payout(merchant: merchant.Id) with { Secret = secret };

    private static async Task<List<string>> OutcomesAsync(RunningSandbox sandbox, Merchant merchant)
    {
        var other = Call(merchant, merchant.Secrets.Payout).With("pg_amount", "1");
        var inProcess = other.With("pg_order_id", "in process").With("pg_payment_to", "5507841999732294");
        var outcomes = new List<string>();
        foreach (var call in new[] { other, other, inProcess })
            outcomes.Add((await sandbox.CallAsync(call)).Outcome);
        return outcomes;
    }
}
