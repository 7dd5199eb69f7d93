using FreedomPaySandbox.Client;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// What a run paid out, in sums, so that they take no more memory in a week than in a minute; held against the sandbox's balance at the
/// end.
/// </summary>
internal sealed class LedgerTotals(LoadEnvironment bench)
{
    private readonly Lock _gate = new();
    private Amount _before;
    private Amount _paid;
    private Amount _unclear;
    private long _made;

    /// <summary>Before the first payout.</summary>
    public async Task OpenAsync() => _before = await BalanceAsync();

    /// <summary>Pays and keeps account. What is not answered may have been paid.</summary>
    /// <param name="order">The payout.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="comesBack">Whether it fails after it was in process, so that the money comes back.</param>
    public async Task<PayoutResult> PayAsync(CardPayout order, CancellationToken cancellation, bool comesBack = false)
    {
        lock (_gate)
            _unclear += order.Amount;
        var result = await bench.Payouts.PayToCardAsync(order, cancellation);
        if (result is PayoutAccepted or PayoutInProcess or PayoutRefused)
            Note(order.Amount, isMade: result is not PayoutRefused, isPaid: result is not PayoutRefused && !comesBack);
        return result;
    }

    /// <summary>After the last answer.</summary>
    public async Task<IReadOnlyList<Observation>> CloseAsync()
    {
        var made = Observation.Figure("payouts answered as made or in process", _made);
        if (bench.Merchant is null)
            return [made];
        await Settling.AllAsync(bench.Merchant);
        var gone = _before - await BalanceAsync();
        var (least, most) = (_paid, _paid + _unclear);
        return
        [
            made,
            new Observation("money that left the balance", gone.ToFixed(), least == most ? least.ToFixed() : $"{least.ToFixed()} to {most.ToFixed()}", gone >= least && gone <= most),
        ];
    }

    private void Note(Amount amount, bool isMade, bool isPaid)
    {
        lock (_gate)
        {
            _unclear -= amount;
            _paid += isPaid ? amount : Amount.Zero;
            _made += isMade ? 1 : 0;
        }
    }

    private async Task<Amount> BalanceAsync() => bench.Merchant is { } merchant ? Money.ToAmount(await merchant.BalanceAsync()) : Amount.Zero;
}
