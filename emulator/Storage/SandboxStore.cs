using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;
using Microsoft.Data.Sqlite;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Everything a sandbox must not forget: balances, payouts, callbacks owed and attempted. Holds no rules.</summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;
    private readonly StoreLocation _location;
    private readonly StoreWriter _writer;

    private SandboxStore(DbDataSource source, SqlDialect dialect, StoreLocation location)
    {
        _source = source;
        _dialect = dialect;
        _location = location;
        _writer = new StoreWriter(OpenSessionAsync);
    }

    public static async Task<SandboxStore> OpenAsync(string? path)
    {
        var location = StoreLocation.Hold(path);
        var store = new SandboxStore(SqliteFactory.Instance.CreateDataSource(location.ConnectionString), location.Dialect, location);
        try
        {
            await using var session = await store.OpenSessionAsync(CancellationToken.None);
            await SchemaUpgrade.RunAsync(session, store._dialect);

            // The file is ours alone, so whoever held these leases is dead.
            await session.ExecuteAsync(CallbackSql.ReleaseAll);
            return store;
        }
        catch (DbException fault)
        {
            await store.DisposeAsync();
            throw new StoreUnavailableException($"The store {location.Path} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Gives a merchant its account, unless it has one from before.</summary>
    /// <returns>The seed it has: the one given, or that of its first time.</returns>
    public Task<Seed> EnrolAsync(Merchant merchant, Seed seed) => _writer.WriteAsync(
        async transaction =>
        {
            await transaction.Session.ExecuteAsync(MerchantSql.Enrol, merchant.Id, seed.Value, merchant.OpeningBalance.Minor);
            var rows = await transaction.Session.QueryAsync(MerchantSql.Lock, row => new Seed(row.GetInt64(1)), merchant.Id);
            return rows.Single();
        },
        CancellationToken.None);

    /// <summary>
    /// Decides on a payout and writes it with the callback it owes, all in one transaction in which nobody else can touch the
    /// merchant's balance. Returns after the commit.
    /// </summary>
    public Task<PayoutDecision> MakePayoutAsync(PayoutIntent intent, CancellationToken cancellation) =>
        _writer.WriteAsync(intent.ApplyAsync, cancellation);

    public Task<IReadOnlyList<LaneDue>> LanesAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<LaneDue>>(
        async session => await session.QueryAsync(
            CallbackSql.Lanes, row => new LaneDue(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)))),
        cancellation);

    /// <summary>Takes due callbacks of a lane for attempts; nobody else gets them before the lease ends.</summary>
    public Task<IReadOnlyList<DueCallback>> ClaimAsync(CallbackClaim claim, CancellationToken cancellation) =>
        _writer.WriteAsync(claim.ApplyAsync, cancellation);

    /// <summary>Gives a claimed callback back unattempted.</summary>
    public Task ReleaseAsync(CallbackKey key) => _writer.WriteAsync(
        transaction => transaction.Session.ExecuteAsync(CallbackSql.Release, key.MerchantId, key.PaymentId, key.Number),
        CancellationToken.None);

    /// <summary>Keeps an attempt and what became of its callback.</summary>
    public Task RecordAsync(AttemptRecord record) => _writer.WriteAsync(record.ApplyAsync, CancellationToken.None);

    public async Task<Amount> BalanceAsync(long merchantId, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await ReadAsync(
            session => session.QueryAsync(
                MerchantSql.Balance, row => new Amount(row.GetInt64(0)), now.ToUnixTimeMilliseconds(), merchantId),
            cancellation);
        return rows.Single();
    }

    public async Task<IReadOnlyList<Payout>> PayoutsAsync(long merchantId, CancellationToken cancellation) =>
        await ReadAsync(session => session.QueryAsync(PayoutSql.OfMerchant, PayoutSql.Read, merchantId), cancellation);

    /// <summary>Throws when the store does not answer.</summary>
    public Task ProbeAsync(CancellationToken cancellation) => LanesAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _source.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _location.Dispose();
    }

    public override string ToString() => $"{_dialect.Name}, {_location}";

    internal async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> read, CancellationToken cancellation)
    {
        await using var session = await OpenSessionAsync(cancellation);
        return await read(session);
    }

    private async Task<StoreSession> OpenSessionAsync(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        var session = new StoreSession(connection);
        await session.ExecuteAsync(new Statement(_dialect.OpenConnection));
        return session;
    }
}
