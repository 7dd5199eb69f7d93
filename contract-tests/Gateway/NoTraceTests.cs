using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>
/// What a refused call leaves behind (section 3.3): nothing before the balance is looked at, a failed payout from there on.
/// </summary>
public sealed class NoTraceTests
{
    public static TheoryData<string, string, string> WithoutTrace => new()
    {
        { "9998", "pg_merchant_id", "9971" },
        { "1100", "pg_sig", new string('0', 32) },
        { "9403", "pg_post_link", "somewhere" },
        { "9403", "pg_description", "" },
    };

    [Theory, MemberData(nameof(WithoutTrace))]
    [Proves("E-2", "E-5", "E-7")]
    public async Task A_call_refused_before_the_balance_never_happened(string code, string field, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(code, (await sandbox.CallAsync(SignedCall.Payout().With(field, value))).Outcome);

        Assert.Empty(await sandbox.PayoutsAsync());
        await AssertNextPayoutIsTheFirstAsync(sandbox);
    }

    [Fact]
    [Proves("E-9", "E-10")]
    public async Task A_used_order_or_key_changes_nothing()
    {
        var first = SignedCall.Payout("first").With("pg_idempotency_key", "key");
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.CallAsync(first);

        Assert.Equal("9991", (await sandbox.CallAsync(SignedCall.Payout("first"))).Outcome);
        Assert.Equal("9403", (await sandbox.CallAsync(first.With("pg_amount", "1"))).Outcome);
        Assert.Equal(answer.Text, (await sandbox.CallAsync(first)).Text);

        Assert.Single(await sandbox.PayoutsAsync());
        Assert.Equal("999999900", await sandbox.BalanceAsync());
        var second = await sandbox.CallAsync(SignedCall.Payout("second"));
        Assert.Equal(Number(answer) + 1, Number(second));
    }

    [Theory]
    [InlineData("5325349472901311", 10000)]
    [InlineData("4556046085041740", 10001)]
    [InlineData("5543974702876045", 8888)]
    [InlineData("4405645000006151", 10032)]
    [Proves("E-1", "E-9")]
    public async Task A_payout_that_the_card_fails_is_kept_and_costs_nothing(string card, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout(card: card));

        Assert.Equal(code, Assert.Single(await sandbox.PayoutsAsync()).ErrorCode);
        Assert.Equal("1000000000", await sandbox.BalanceAsync());
        Assert.Equal("9991", (await sandbox.CallAsync(SignedCall.Payout())).Outcome);
    }

    [Fact]
    [Proves("E-8", "E-9")]
    public async Task A_payout_beyond_the_balance_is_kept_and_costs_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { OpeningBalance = Amount.FromUnits(99) });
        await sandbox.CallAsync(SignedCall.Payout());

        Assert.Equal(8888, Assert.Single(await sandbox.PayoutsAsync()).ErrorCode);
        Assert.Equal("99", await sandbox.BalanceAsync());
        Assert.Equal("9991", (await sandbox.CallAsync(SignedCall.Payout())).Outcome);
    }

    [Fact]
    [Proves("E-12")]
    public async Task What_the_sandbox_failed_at_is_logged_without_the_card()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.Store.DisposeAsync();
        await sandbox.CallAsync(SignedCall.Payout());

        var fault = Assert.Single(sandbox.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("/g2g/p2p2nonreg of merchant 9970: the sandbox itself failed", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("4405645000006150", fault, StringComparison.Ordinal);
    }

    [Fact]
    [Proves("E-9")]
    public async Task Where_the_merchant_may_reuse_orders_a_second_payout_is_made()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { Switches = new() { DuplicateOrder = DuplicateOrder.Accept } });

        Assert.Equal("999999900", (await sandbox.CallAsync(SignedCall.Payout()))["pg_balance"]);
        Assert.Equal("999999800", (await sandbox.CallAsync(SignedCall.Payout()))["pg_balance"]);
        Assert.Equal(2, (await sandbox.PayoutsAsync()).Count);
    }

    // The seed numbers a merchant's payouts, so a fresh sandbox shows what the first answer looks like.
    private static async Task AssertNextPayoutIsTheFirstAsync(RunningSandbox sandbox)
    {
        await using var fresh = await RunningSandbox.StartAsync();
        Assert.Equal((await fresh.CallAsync(SignedCall.Payout())).Text, (await sandbox.CallAsync(SignedCall.Payout())).Text);
    }

    private static long Number(Reply reply) => long.Parse(reply["pg_payment_id"]!, System.Globalization.CultureInfo.InvariantCulture);
}
