using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

public sealed class SettlementTests
{
    private const string ProcessThenSuccess = "5507841999732294";
    private const string ProcessThenError = "4532676596620704";

    private static readonly TimeSpan s_settleAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    [Proves("C-1", "C-3")]
    public async Task A_payout_that_fails_in_the_end_gives_its_money_back_when_it_settles_and_not_before()
    {
        await using var sandbox = await StartAsync(commission: 1);
        Assert.Equal("899", (await sandbox.CallAsync(SignedCall.Payout(card: ProcessThenError)))["pg_balance"]);

        sandbox.Time.Advance(s_settleAfter - s_moment);
        Assert.Equal(("899", PayoutStatus.Process), (await sandbox.BalanceAsync(), await StatusAsync(sandbox)));

        sandbox.Time.Advance(s_moment);
        Assert.Equal(("1000", PayoutStatus.Error), (await sandbox.BalanceAsync(), await StatusAsync(sandbox)));

        sandbox.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("1000", PayoutStatus.Error), (await sandbox.BalanceAsync(), await StatusAsync(sandbox)));
    }

    [Fact]
    [Proves("C-1", "C-3")]
    public async Task A_payout_that_succeeds_in_the_end_keeps_its_money()
    {
        await using var sandbox = await StartAsync();
        await sandbox.CallAsync(SignedCall.Payout(card: ProcessThenSuccess));
        Assert.Equal(PayoutStatus.Process, await StatusAsync(sandbox));

        sandbox.Time.Advance(s_settleAfter);
        Assert.Equal(("900", PayoutStatus.Ok), (await sandbox.BalanceAsync(), await StatusAsync(sandbox)));
    }

    [Fact]
    [Proves("C-3", "E-8")]
    public async Task Money_that_came_back_can_be_paid_out_again_and_is_booked_once()
    {
        await using var sandbox = await StartAsync();
        Assert.Equal("0", (await sandbox.CallAsync(SignedCall.Payout("1", "1000", ProcessThenError)))["pg_balance"]);
        Assert.Equal("8888", (await sandbox.CallAsync(SignedCall.Payout("2", "1000"))).Outcome);

        sandbox.Time.Advance(s_settleAfter);
        Assert.Equal("0", (await sandbox.CallAsync(SignedCall.Payout("3", "1000", ProcessThenError)))["pg_balance"]);

        sandbox.Time.Advance(s_settleAfter);
        Assert.Equal("999.99", (await sandbox.CallAsync(SignedCall.Payout("4", "0.01")))["pg_balance"]);
        Assert.Equal("999.99", await sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("C-3")]
    public async Task The_merchant_says_how_long_a_payout_is_in_process()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { SettleAfter = TimeSpan.FromDays(2) });
        await sandbox.CallAsync(SignedCall.Payout(card: ProcessThenError));

        sandbox.Time.Advance(TimeSpan.FromDays(2) - s_moment);
        Assert.Equal("999999900", await sandbox.BalanceAsync());
        sandbox.Time.Advance(s_moment);
        Assert.Equal("1000000000", await sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("C-3")]
    public async Task Money_comes_back_though_the_sandbox_was_stopped_meanwhile()
    {
        using var file = new TemporaryStore();
        await using (var sandbox = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant)))
            await sandbox.CallAsync(SignedCall.Payout(card: ProcessThenError));

        await using var restarted = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant));
        Assert.Equal("999999900", await restarted.BalanceAsync());
        restarted.Time.Advance(s_settleAfter);
        Assert.Equal("1000000000", await restarted.BalanceAsync());
    }

    private static Task<RunningSandbox> StartAsync(decimal commission = 0) => RunningSandbox.StartAsync(RunningSandbox.Merchant with
    {
        OpeningBalance = Amount.FromUnits(1000),
        CommissionPercent = commission,
        SettleAfter = s_settleAfter,
    });

    private static async Task<PayoutStatus> StatusAsync(RunningSandbox sandbox) =>
        Assert.Single(await sandbox.PayoutsAsync()).StatusAt(sandbox.Time.GetUtcNow());
}
