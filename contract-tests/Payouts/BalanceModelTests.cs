using System.Globalization;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Gateway.Operations;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>Holds the store's balances to a merchant's own bookkeeping, through any sequence of payouts and passing time.</summary>
public sealed class BalanceModelTests : IAsyncLifetime
{
    private SandboxStore _store = null!;
    private long _merchants;

    public async Task InitializeAsync() => _store = await SandboxStore.OpenAsync(path: null);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    [Proves("C-1", "C-3", "E-8")]
    public void The_balance_is_the_opening_one_less_what_went_plus_what_came_back() =>
        FixedSeed.ForAll(AnyDays.All, days => Task.Run(() => LiveAsync(days)).GetAwaiter().GetResult());

    private async Task LiveAsync(AnyDays days)
    {
        var merchant = RunningSandbox.Merchant with
        {
            Id = ++_merchants,
            OpeningBalance = new Amount(days.Opening),
            CommissionPercent = days.CommissionPercent,
            SettleAfter = TimeSpan.FromSeconds(5),
        };
        var book = new BookKeeping(days.Opening, days.CommissionPercent, merchant.SettleAfter);
        var now = DateTimeOffset.UnixEpoch;
        var epoch = (await _store.States.OpenAsync(merchant, new Seed(1), ClockReading.Machine)).Epoch;

        foreach (var step in days.Steps)
        {
            now += TimeSpan.FromMilliseconds(step.WaitMilliseconds);
            Assert.Equal(book.BalanceAt(now), await BalanceAsync(epoch, now));
            if (step.Card is { } card)
                Assert.Equal(book.Pay(card, step.Minor, now), await PayAsync(merchant, epoch, card, step.Minor, now));
            Assert.Equal(book.BalanceAt(now), await BalanceAsync(epoch, now));
        }
    }

    private async Task<long> BalanceAsync(long epoch, DateTimeOffset now) =>
        (await _store.States.BalanceAsync(epoch, now, CancellationToken.None))!.Value.Minor;

    /// <returns>The error code, or 0.</returns>
    private async Task<int> PayAsync(Merchant merchant, long epoch, TestCard card, long minor, DateTimeOffset now)
    {
        var number = (await _store.Payouts.AllAsync(epoch, CancellationToken.None)).Count;
        var amount = string.Create(CultureInfo.InvariantCulture, $"{minor / 100}.{minor % 100:00}");
        var fields = SignedCall.Payout($"order {number}", amount, card.Number, merchant.Id).Fields;
        var (request, match) = (PayToCard.Read(fields, merchant)!, new RuleMatch(null, Outcome.ForTestCard(card.Number, merchant), null, CallbackPlan.Plain));
        var made = Assert.IsType<PayoutDecision.Made>(await _store.ChangeAsync(
            epoch, transaction => CreatePayout.DecideAsync(transaction, epoch, merchant, request, match, now), CancellationToken.None, request.OrderId));
        return made.Payout.ErrorCode ?? 0;
    }
}
