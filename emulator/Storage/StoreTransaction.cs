using System.Data.Common;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>One transaction that many callers share. The rows of their accounts are locked at first use and written at the end.</summary>
internal sealed class StoreTransaction(StoreSession session, long sender = 0)
{
    private readonly HashSet<StoreChange> _news = [];
    private readonly Dictionary<long, LockedMerchantRow> _accounts = [];

    public StoreSession Session => session;

    /// <summary>Which order ids are taken.</summary>
    public OrderLookup Orders { get; } = new(session);

    /// <summary>
    /// Keeps others from the accounts that will be needed, and looks for the order ids that will be asked about. Accounts that are gone, somebody will
    /// find missing.
    /// </summary>
    public async Task LockAsync(IReadOnlyList<StoreWork> batch)
    {
        if (session.Dialect.LockMerchants is not { } locking || batch.SelectMany(work => work.Epochs).Distinct().ToArray() is not { Length: > 0 } epochs)
            return;
        await session.PostAsync(locking, epochs);
        await Orders.AskAsync([.. batch.Where(work => work.OrderId is not null).Select(work => new OrderKey(work.Epoch!.Value, work.OrderId!)).Distinct()]);
    }

    /// <summary>Writes a payout.</summary>
    public ValueTask AddPayoutAsync(Payout payout)
    {
        Orders.Take(new OrderKey(payout.Epoch, payout.OrderId));
        return PayoutSql.InsertAsync(session, payout);
    }

    /// <summary>Tells the other sandboxes, at the commit.</summary>
    public void Tell(StoreChange news)
    {
        if (session.Dialect.Tell is not null)
            _news.Add(news with { From = sender });
    }

    /// <summary>The account with all that came back until now booked, or nothing when it was closed meanwhile.</summary>
    public async ValueTask<LockedMerchantRow?> LockMerchantAsync(long number, DateTimeOffset now)
    {
        if (_accounts.TryGetValue(number, out var row))
            return row;

        var rows = await session.QueryAsync(MerchantStateSql.Lock, Read, number);
        if (rows.Count == 0)
            return null;
        (row, var nextReturn) = rows[0];
        if (nextReturn <= now.ToUnixTimeMilliseconds())
        {
            var returned = await session.QueryAsync(
                MerchantStateSql.BookReturns, row => new Amount(row.GetInt64(0)), number, now.ToUnixTimeMilliseconds());
            foreach (var amount in returned)
                row.Balance += amount;
        }

        _accounts.Add(number, row);
        return row;
    }

    /// <summary>The account that a merchant has from before, or else a new one with that seed and clock.</summary>
    public async Task<StoredMerchantState> FindOrOpenEpochAsync(Merchant merchant, Seed seed, ClockReading clock) =>
        await session.QueryAsync(MerchantStateSql.OfMerchant, row => MerchantSql.ReadState(row, first: 0), merchant.Id) is [var known]
            ? known
            : await OpenEpochAsync(merchant, seed, clock);

    /// <summary>Opens an account for a merchant that has none.</summary>
    public async Task<StoredMerchantState> OpenEpochAsync(Merchant merchant, Seed seed, ClockReading clock)
    {
        var number = (await session.QueryAsync(MerchantStateSql.NextNumber, row => row.GetInt64(0))).Single();
        await session.ExecuteAsync(
            MerchantStateSql.Insert,
            number,
            merchant.Id,
            seed.Value,
            merchant.OpeningBalance.Minor,
            (long)clock.Ahead.TotalMilliseconds,
            clock.Frozen?.ToUnixTimeMilliseconds());
        Tell(StoreChange.OfMerchant(merchant.Id));
        return new StoredMerchantState(number, seed, clock);
    }

    /// <summary>Closes an account: from here on nothing is written to it, also by who got hold of it before.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> CloseEpochAsync(long number)
    {
        _accounts.Remove(number);
        if (await session.QueryAsync(MerchantStateSql.Delete, row => row.GetInt64(0), number) is not [var merchant])
            return false;
        Tell(StoreChange.OfMerchant(merchant));
        await session.ExecuteAsync(MerchantStateSql.MarkClosed, number);
        return true;
    }

    public async Task FlushAsync()
    {
        foreach (var row in _accounts.Values)
            await session.PostAsync(MerchantStateSql.Update, row.Balance.Minor, row.Payouts, row.Held ? 1 : 0, row.Epoch);
        if (session.Dialect.Tell is { } telling && _news.Count > 0)
            await session.PostAsync(telling, ChangeFeed.Channel, _news.Select(news => $"{news}").ToArray());
    }

    private static (LockedMerchantRow Row, long? NextReturn) Read(DbDataReader row) => (
        new LockedMerchantRow(row.GetInt64(0), new Seed(row.GetInt64(1)), new Amount(row.GetInt64(2)), row.GetInt64(3), row.GetInt32(4) != 0),
        row.IsDBNull(5) ? null : row.GetInt64(5));
}
