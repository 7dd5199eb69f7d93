using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Everything a sandbox must not forget: accounts, payouts, callbacks owed and attempted. Holds no rules.</summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    /// <summary>The lanes of all accounts lie between these.</summary>
    private const string FirstLane = "0", PastLastLane = ":";

    /// <summary>The numbers by which clocks are held begin here.</summary>
    private const long ClockHolds = 7_076_682L << 32;

    private readonly StoreEngine _engine;
    private readonly StoreWriter _writer;
    private readonly StoreSweeper _sweeper;

    private SandboxStore(StoreEngine engine)
    {
        _engine = engine;
        _writer = new StoreWriter(OpenSessionAsync, engine.Dialect.MostAtOnce, engine.News?.Sender ?? 0);
        _sweeper = new StoreSweeper(_writer);
    }

    /// <summary>Where the sandboxes that share the store hear of each other; nothing when it is this one's alone.</summary>
    public NewsLine? News => _engine.News;

    /// <param name="path">A file, nothing for a temporary one, or the connection string of a PostgreSQL database.</param>
    /// <exception cref="StoreUnavailableException">It is not to be had.</exception>
    public static async Task<SandboxStore> OpenAsync(string? path)
    {
        var store = new SandboxStore(StoreEngine.Of(path));
        try
        {
            await using var session = await store.OpenSessionAsync(CancellationToken.None);
            await SchemaUpgrade.RunAsync(session, session.Dialect);

            // What is ours alone was held by somebody who is dead. What is shared may be held by the living, and those of the dead end.
            if (store.News is null)
                await session.ExecuteAsync(CallbackSql.ReleaseAll);
            store._sweeper.Sweep();
            return store;
        }
        catch (DbException fault)
        {
            await store.DisposeAsync();
            throw new StoreUnavailableException($"The store {store._engine.Place} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Gives a merchant its account: the one it has from before, or else a new one with that seed and clock.</summary>
    public Task<StoredAccount> OpenAccountAsync(Merchant merchant, Seed seed, ClockReading clock) => _writer.WriteAsync(
        async transaction => await OpenAccountAsync(transaction, merchant, seed, clock), CancellationToken.None);

    /// <summary>Closes an account and opens an empty one in its place, in one step.</summary>
    /// <returns>The new one, or nothing when the account was closed before.</returns>
    public async Task<StoredAccount?> RenewAccountAsync(long number, Merchant merchant, Seed seed, ClockReading clock)
    {
        var renewed = await _writer.WriteAsync<StoredAccount?>(
            async transaction => await transaction.CloseAccountAsync(number) ? await transaction.OpenAccountAsync(merchant, seed, clock) : null,
            CancellationToken.None,
            number);
        _sweeper.Sweep();
        return renewed;
    }

    /// <summary>Closes the account of a merchant that is removed.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> CloseAccountAsync(long number)
    {
        var closed = await _writer.WriteAsync(
            async transaction =>
            {
                await transaction.Session.ExecuteAsync(MerchantSql.DeleteOfAccount, number);
                return await transaction.CloseAccountAsync(number);
            },
            CancellationToken.None,
            number);
        _sweeper.Sweep();
        return closed;
    }

    /// <summary>The merchants that have accounts, those included that are not configured now.</summary>
    public async Task<IReadOnlyList<long>> MerchantIdsAsync(CancellationToken cancellation) =>
        await ReadAsync(session => session.QueryAsync(AccountSql.MerchantIds, row => row.GetInt64(0)), cancellation);

    public Task KeepClockAsync(long account, ClockReading clock) => _writer.WriteAsync(
        async transaction =>
        {
            var merchants = await transaction.Session.QueryAsync(
                AccountSql.KeepClock, row => row.GetInt64(0), (long)clock.Ahead.TotalMilliseconds, clock.Standing?.ToUnixTimeMilliseconds(), account);
            foreach (var merchant in merchants)
                transaction.Tell(StoreNews.OfMerchant(merchant));
            return merchants;
        },
        CancellationToken.None,
        account);

    /// <summary>The clock that new merchants start with, as those who share the store have moved it.</summary>
    public async Task<ClockReading> StartClockAsync(CancellationToken cancellation) => (await ReadAsync(
        session => session.QueryAsync(MerchantSql.StartClock, row => MerchantSql.ReadClock(row, first: 0)), cancellation)).Single();

    public Task KeepStartClockAsync(ClockReading clock) => _writer.WriteAsync(
        transaction =>
        {
            transaction.Tell(new StoreNews(NewsKind.StartClock));
            return transaction.Session.ExecuteAsync(
                MerchantSql.KeepStartClock, (long)clock.Ahead.TotalMilliseconds, clock.Standing?.ToUnixTimeMilliseconds());
        },
        CancellationToken.None);

    /// <summary>Gives an account other rules, or those that a sandbox starts with.</summary>
    /// <returns>How often that was done, or nothing when the account is closed.</returns>
    public Task<int?> PutRulesAsync(long account, string? rules) => _writer.WriteAsync<int?>(
        async transaction =>
        {
            await transaction.Session.PostAsync(MerchantSql.ForgetCalls, account);
            if (await transaction.Session.QueryAsync(MerchantSql.PutRules, row => (row.GetInt64(0), row.GetInt32(1)), rules, account) is not [var (merchant, put)])
                return null;
            transaction.Tell(StoreNews.OfMerchant(merchant));
            return put;
        },
        CancellationToken.None,
        account);

    /// <summary>Counts a call of one of an account's rules, whoever was called.</summary>
    /// <returns>The how-many-th it is, from 1.</returns>
    public Task<long> CountCallAsync(long account, int put, int rule) => _writer.WriteAsync(
        async transaction => (await transaction.Session.QueryAsync(MerchantSql.CountCall, row => row.GetInt64(0), account, put, rule)) is [var calls] ? calls : 1,
        CancellationToken.None,
        account);

    /// <summary>Takes in a merchant that nobody has made yet, and gives it its account: the one that its id has from before, or else a new one.</summary>
    /// <returns>Nothing when somebody has made it.</returns>
    public Task<StoredAccount?> AddMerchantAsync(Merchant merchant, string settings, Seed seed, ClockReading clock) => _writer.WriteAsync(
        async transaction => await transaction.Session.ExecuteAsync(MerchantSql.Add, merchant.Id, settings) == 0
            ? null
            : await OpenAccountAsync(transaction, merchant, seed, clock),
        CancellationToken.None);

    /// <summary>Keeps what a merchant was changed to.</summary>
    public Task PutMerchantAsync(long id, string settings) => _writer.WriteAsync(
        transaction =>
        {
            transaction.Tell(StoreNews.OfMerchant(id));
            return transaction.Session.ExecuteAsync(MerchantSql.Put, id, settings);
        },
        CancellationToken.None);

    /// <summary>A merchant as those see it who share the store.</summary>
    public async Task<StoredMerchant?> MerchantAsync(long id, CancellationToken cancellation) =>
        (await ReadAsync(session => session.QueryAsync(MerchantSql.One, MerchantSql.Read, id), cancellation)).SingleOrDefault();

    /// <summary>All merchants that have accounts, as those see them who share the store.</summary>
    public async Task<IReadOnlyList<StoredMerchant>> MerchantsAsync(CancellationToken cancellation) =>
        await ReadAsync(session => session.QueryAsync(MerchantSql.All, MerchantSql.Read), cancellation);

    /// <summary>Keeps the other sandboxes from moving an account's clock, until what is returned is disposed of.</summary>
    /// <returns>Nothing when there are no others.</returns>
    public Task<IAsyncDisposable?> HoldClockAsync(long account, CancellationToken cancellation) => _engine.HoldAsync(ClockHolds + account, cancellation);

    /// <summary>What the attempts of an account, whoever made them, have come to.</summary>
    public async Task<AttemptCount> AttemptsAsync(long account, CancellationToken cancellation) => (await ReadAsync(
        session => session.QueryAsync(
            CallbackSql.Attempted, row => new AttemptCount(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), (int)CallbackState.Delivered, (int)CallbackState.Dead, account),
        cancellation)).Single();

    /// <summary>
    /// Decides on a payout and writes it with the callbacks it owes, all in one transaction in which nobody else can touch the
    /// merchant's balance. Returns after the commit.
    /// </summary>
    public Task<PayoutDecision> MakePayoutAsync(PayoutIntent intent, CancellationToken cancellation) =>
        ChangeAsync(intent.Account, intent.ApplyAsync, cancellation);

    /// <summary>Opens a page on which somebody types a card to be paid to later.</summary>
    /// <returns>What is kept, or nothing when the merchant was emptied meanwhile.</returns>
    public Task<Payout?> BeginCardSavingAsync(CardSavingIntent intent, CancellationToken cancellation) =>
        ChangeAsync(intent.Account, intent.ApplyAsync, cancellation);

    /// <summary>Takes the number that a recipient has typed, once.</summary>
    /// <returns>What came of it, or nothing when somebody was faster, it was too late, or the merchant was emptied.</returns>
    public Task<PayoutDecision.Made?> TypeAsync(TypedNumber typed, CancellationToken cancellation) =>
        ChangeAsync(typed.Account, typed.ApplyAsync, cancellation);

    /// <summary>Saves a card without a page.</summary>
    /// <returns>The card, or nothing when the account is closed.</returns>
    public Task<SavedCard?> SaveCardAsync(long account, string userId, RecipientTrace trace, int digits, DateTimeOffset now, CancellationToken cancellation) =>
        ChangeAsync(
            account,
            async transaction => await transaction.AccountAsync(account, now) is { } row
                ? await CardSql.SaveAsync(transaction.Session, account, row.Seed, userId, trace, digits)
                : null,
            cancellation);

    public Task<SavedCard?> SavedCardAsync(long account, string token, CancellationToken cancellation) =>
        ReadAsync(session => CardSql.FindAsync(session, account, token), cancellation);

    public Task<StoredPage?> PageAsync(long account, string ticket, CancellationToken cancellation) =>
        ReadAsync(session => PageSql.FindAsync(session, account, ticket), cancellation);

    /// <summary>All lanes that owe anything, with when the next of it is due.</summary>
    public async Task<IReadOnlyList<LaneDue>> LanesAsync(CancellationToken cancellation) => await ReadAsync(
        session => session.QueryAsync(
            CallbackSql.Lanes,
            row => new LaneDue(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
            FirstLane,
            PastLastLane),
        cancellation);

    /// <summary>The lanes of an account that owe something due by that moment, of payouts up to the given one.</summary>
    public async Task<IReadOnlyList<string>> DueLanesAsync(long account, DateTimeOffset now, long lastPayment, CancellationToken cancellation)
    {
        var (from, to) = CallbackLane.AllOf(account);
        return await ReadAsync(
            session => session.QueryAsync(CallbackSql.DueLanes, row => row.GetString(0), from, to, now.ToUnixTimeMilliseconds(), lastPayment),
            cancellation);
    }

    /// <summary>When the next callback of an account is due behind that moment, if any is.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(long account, DateTimeOffset after, CancellationToken cancellation)
    {
        var (from, to) = CallbackLane.AllOf(account);
        return (await ReadAsync(
            session => session.QueryAsync(
                CallbackSql.NextDue,
                row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
                from,
                to,
                after.ToUnixTimeMilliseconds()),
            cancellation)).Single();
    }

    /// <summary>The number of the account's last payout, or 0.</summary>
    public async Task<long> LastPaymentAsync(long account, CancellationToken cancellation) =>
        (await ReadAsync(session => session.QueryAsync(PayoutSql.Last, row => row.GetInt64(0), account), cancellation)).Single();

    /// <summary>Takes due callbacks of a lane for attempts; nobody else gets them before the lease ends.</summary>
    public Task<IReadOnlyList<DueCallback>> ClaimAsync(CallbackClaim claim, CancellationToken cancellation) =>
        _writer.WriteAsync(claim.ApplyAsync, cancellation, CallbackLane.AccountOf(claim.Lane));

    /// <summary>Gives a claimed callback back unattempted.</summary>
    public Task ReleaseAsync(CallbackKey key) => ChangeAsync(
        key.Account,
        transaction => transaction.Session.ExecuteAsync(CallbackSql.Release, key.Account, key.PaymentId, key.Number),
        CancellationToken.None);

    /// <summary>Keeps an attempt and what became of its callback.</summary>
    /// <returns>Whether it was kept: not when the account was closed after the claim.</returns>
    public Task<bool> RecordAsync(AttemptRecord record) =>
        ChangeAsync(record.Key.Account, record.ApplyAsync, CancellationToken.None);

    /// <summary>The payout balance of an account at a moment; nothing when the account is closed.</summary>
    public async Task<Amount?> BalanceAsync(long account, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await ReadAsync(
            session => session.QueryAsync(
                AccountSql.Balance, row => new Amount(row.GetInt64(0)), now.ToUnixTimeMilliseconds(), account),
            cancellation);
        return rows is [var balance] ? balance : null;
    }

    /// <summary>Sets the payout balance of an account to what it shall be at that moment.</summary>
    public Task<bool> SetBalanceAsync(long account, Amount balance, DateTimeOffset now) => ChangeAsync(
        account,
        async transaction =>
        {
            if (await transaction.AccountAsync(account, now) is not { } row)
                return false;
            row.Balance = balance;
            return true;
        },
        CancellationToken.None);

    public async Task<IReadOnlyList<Payout>> PayoutsAsync(long account, CancellationToken cancellation) =>
        await ReadAsync(session => session.QueryAsync(PayoutSql.OfAccount, PayoutSql.Read, account), cancellation);

    public async Task<IReadOnlyList<Payout>> FindAsync(PayoutQuery query, CancellationToken cancellation) => await ReadAsync(query.RunAsync, cancellation);

    public Task<IReadOnlyList<RecentPayout>> FindAsync(RecentPayouts query, CancellationToken cancellation) => ReadAsync(query.RunAsync, cancellation);

    public async Task<IReadOnlyList<StoredCallback>> FindAsync(CallbackQuery query, CancellationToken cancellation) =>
        await ReadAsync(query.RunAsync, cancellation);

    /// <summary>The last attempts of a callback, the oldest of them first.</summary>
    public async Task<IReadOnlyList<NumberedAttempt>> AttemptsAsync(CallbackKey key, int limit, CancellationToken cancellation)
    {
        var attempts = await ReadAsync(
            session => session.QueryAsync(CallbackSql.Attempts, CallbackSql.ReadAttempt, key.Account, key.PaymentId, key.Number, limit), cancellation);
        attempts.Reverse();
        return attempts;
    }

    /// <summary>Makes a payout in process final.</summary>
    public Task<SettlementResult> SettleAsync(Settlement settlement, CancellationToken cancellation) =>
        ChangeAsync(settlement.Account, settlement.ApplyAsync, cancellation);

    /// <summary>Owes a callback once more, from that moment of the merchant's time on.</summary>
    /// <returns>Its lane, or nothing when there is no such callback.</returns>
    public async Task<string?> ResendAsync(CallbackKey key, DateTimeOffset now, CancellationToken cancellation)
    {
        var lanes = await ChangeAsync(
            key.Account,
            async transaction => await transaction.Session.QueryAsync(
                CallbackSql.Resend, row => row.GetString(0), now.ToUnixTimeMilliseconds(), key.Account, key.PaymentId, key.Number),
            cancellation);
        return lanes.SingleOrDefault();
    }

    /// <summary>How many callbacks are owed by all accounts.</summary>
    public async Task<long> OwedAsync(CancellationToken cancellation) => (await ReadAsync(
        session => session.QueryAsync(CallbackSql.Owed, row => row.GetInt64(0), FirstLane, PastLastLane), cancellation)).Single();

    /// <summary>How many callbacks of an account are in a state.</summary>
    public async Task<long> CountAsync(long account, CallbackState state, CancellationToken cancellation) => (await ReadAsync(
        session => session.QueryAsync(CallbackSql.Count, row => row.GetInt64(0), account, (int)state), cancellation)).Single();

    /// <summary>How many payouts of an account that were in process became final after the one moment and up to the other.</summary>
    public async Task<long> SettledAsync(long account, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation) => (await ReadAsync(
        session => session.QueryAsync(
            PayoutSql.Settled, row => row.GetInt64(0), account, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()),
        cancellation)).Single();

    /// <summary>How many payouts all accounts have made.</summary>
    public async Task<long> CountPayoutsAsync(CancellationToken cancellation) =>
        await ReadAsync(async session => await session.ScalarAsync(AccountSql.CountPayouts), cancellation) ?? 0;

    /// <summary>Throws when the store does not answer.</summary>
    public Task ProbeAsync(CancellationToken cancellation) => LanesAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _sweeper.DisposeAsync();
        await _writer.DisposeAsync();
        await _engine.DisposeAsync();
    }

    /// <summary>Returns when all that closed accounts left behind is swept out.</summary>
    internal Task SweptAsync() => _sweeper.Done;

    public override string ToString() => $"{_engine}";

    internal async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> read, CancellationToken cancellation)
    {
        var session = await OpenSessionAsync(cancellation);
        try
        {
            return await read(session);
        }
        catch (DbException fault) when (session.Dialect.IsRemote && LostConnection.Is(fault))
        {
            // The server may have been away while the connection lay in the pool; reading twice hurts nobody.
            _engine.Forget();
        }
        finally
        {
            await session.DisposeAsync();
        }

        await using var another = await OpenSessionAsync(cancellation);
        return await read(another);
    }

    /// <summary>Changes what belongs to an account, and tells those who share the store.</summary>
    private Task<T> ChangeAsync<T>(long account, Func<StoreTransaction, ValueTask<T>> apply, CancellationToken cancellation) => _writer.WriteAsync(
        transaction =>
        {
            transaction.Tell(StoreNews.OfAccount(account));
            return apply(transaction);
        },
        cancellation,
        account);

    private static async Task<StoredAccount> OpenAccountAsync(StoreTransaction transaction, Merchant merchant, Seed seed, ClockReading clock) =>
        (await transaction.Session.QueryAsync(AccountSql.OfMerchant, row => MerchantSql.ReadAccount(row, first: 0), merchant.Id)) is [var known]
            ? known
            : await transaction.OpenAccountAsync(merchant, seed, clock);

    private async Task<StoreSession> OpenSessionAsync(CancellationToken cancellation)
    {
        var session = new StoreSession(await _engine.ConnectAsync(cancellation), _engine.Dialect);
        if (session.Dialect.OpenConnection.Length > 0)
            await session.RunScriptAsync(session.Dialect.OpenConnection);
        return session;
    }
}
