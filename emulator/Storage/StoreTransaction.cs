using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>One transaction that many callers share. The rows of their epochs are locked at first use and written at the end.</summary>
internal sealed class StoreTransaction(StoreSession session, long sender = 0)
{
    private readonly HashSet<StoreChange> _news = [];
    private readonly Dictionary<long, LockedMerchantRow> _accounts = [];

    public StoreSession Session => session;

    /// <summary>Which order ids are taken.</summary>
    public OrderLookup Orders { get; } = new(session);

    /// <summary>
    /// Keeps others from the epochs that will be needed, and looks for the order ids that will be asked about. Epochs that are gone,
    /// somebody will find missing.
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

    /// <summary>Reads a payout, or a card that is being saved.</summary>
    public async ValueTask<Payout?> FindPayoutAsync(long epoch, long paymentId) =>
        (await session.QueryAsync(PayoutSql.One, PayoutSql.Read, epoch, paymentId)).SingleOrDefault();

    /// <summary>Reads the payout that was made under an idempotency key.</summary>
    public async ValueTask<Payout?> FindByKeyAsync(long epoch, string key) =>
        (await session.QueryAsync(PayoutSql.ByKey, PayoutSql.Read, epoch, key)).SingleOrDefault();

    /// <summary>Writes the end of a payout: when, with which error, and whether its money comes back.</summary>
    public ValueTask<int> SettleAsync(Payout payout) => session.ExecuteAsync(
        PayoutSql.Settle, payout.SettlesAt.ToUnixTimeMilliseconds(), payout.ErrorCode, payout.ComesBack ? 1 : 0, payout.Epoch, payout.PaymentId);

    /// <summary>Writes what became of a payout, or of a card to be saved, when the card was typed.</summary>
    public ValueTask<int> SubmitCardAsync(Payout payout) => PayoutSql.TypeAsync(session, payout);

    /// <summary>Writes the page to which the recipient of a payout is sent.</summary>
    public ValueTask AddPageAsync(Payout payout, Seed seed, HostedPageOptions page) => PageSql.InsertAsync(session, payout, seed, page);

    /// <summary>Writes a saved card. The same card of the same user keeps its token.</summary>
    public Task<SavedCard> SaveCardAsync(LockedMerchantRow row, string userId, MaskedRecipient card, int digits) =>
        CardSql.SaveAsync(session, row.Epoch, row.Seed, userId, card, digits);

    /// <summary>Writes the callbacks of a payout, and releases those of earlier payouts that waited for them.</summary>
    /// <returns>The payout with its callbacks as they were written, and where others are due now.</returns>
    public async ValueTask<PayoutDecision.Made> AddCallbacksAsync(LockedMerchantRow row, PayoutDecision.Made made)
    {
        var (callbacks, releasesAt) = CallbackOrder.Overtake(made.Callbacks, row.Held);
        IReadOnlyList<QueueDue> released = [];
        if (releasesAt is { } next)
        {
            released = await session.QueryAsync(
                CallbackSql.ReleaseHeld,
                found => new QueueDue(found.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(found.GetInt64(1))),
                next.ToUnixTimeMilliseconds(),
                row.Epoch);
            row.Held = false;
        }

        await AddCallbacksAsync(callbacks);
        row.Held |= callbacks.Any(callback => callback.HeldBy is not null);
        return made with { Callbacks = callbacks, Released = released };
    }

    /// <summary>Writes callbacks for which nobody waits.</summary>
    public Task AddCallbacksAsync(IReadOnlyList<PendingCallback> callbacks) => CallbackSql.InsertAllAsync(session, callbacks);

    /// <summary>How many callbacks a payout has, sent or not.</summary>
    public async ValueTask<int> CountCallbacksAsync(long epoch, long paymentId) =>
        (int)(await session.QueryAsync(CallbackSql.CountOfPayout, row => row.GetInt64(0), epoch, paymentId)).Single();

    /// <summary>Deletes the callbacks of a payout of which no attempt was made.</summary>
    public ValueTask<int> DropPendingCallbacksAsync(long epoch, long paymentId) => session.ExecuteAsync(CallbackSql.Drop, epoch, paymentId);

    /// <summary>Lets no pending callback of a payout go out before the payout is final.</summary>
    public ValueTask<int> DelayCallbacksAsync(Payout payout) =>
        session.ExecuteAsync(CallbackSql.NotBefore, payout.SettlesAt.ToUnixTimeMilliseconds(), payout.Epoch, payout.PaymentId);

    /// <summary>Moves the pending callbacks of a payout by a time span, to now at the earliest.</summary>
    /// <returns>Their queues.</returns>
    public async ValueTask<IReadOnlyList<string>> MoveCallbacksAsync(long epoch, long paymentId, TimeSpan by, DateTimeOffset now) =>
        await session.QueryAsync(CallbackSql.Move, row => row.GetString(0), (long)by.TotalMilliseconds, now.ToUnixTimeMilliseconds(), epoch, paymentId);

    /// <summary>Makes a callback pending once more, from now on and with its whole schedule before it.</summary>
    /// <returns>Its queue; <see langword="null"/> when there is no such callback.</returns>
    public async ValueTask<string?> ResendAsync(CallbackKey key, DateTimeOffset now) =>
        (await session.QueryAsync(CallbackSql.Resend, row => row.GetString(0), now.ToUnixTimeMilliseconds(), key.Epoch, key.PaymentId, key.Number)).SingleOrDefault();

    /// <summary>Tells the other sandboxes, at the commit.</summary>
    public void Tell(StoreChange news)
    {
        if (session.Dialect.Tell is not null)
            _news.Add(news with { From = sender });
    }

    /// <summary>The epoch with all that came back until now booked, or nothing when it was closed meanwhile.</summary>
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

    /// <summary>The epoch that a merchant has from before, or else a new one with that seed and clock.</summary>
    public async Task<StoredMerchantState> FindOrOpenEpochAsync(Merchant merchant, Seed seed, ClockReading clock) =>
        await session.QueryAsync(MerchantStateSql.OfMerchant, row => MerchantSql.ReadState(row, first: 0), merchant.Id) is [var known]
            ? known
            : await OpenEpochAsync(merchant, seed, clock);

    /// <summary>Opens an epoch for a merchant that has none.</summary>
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

    /// <summary>Closes an epoch: from here on nothing is written to it, also by who got hold of it before.</summary>
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
