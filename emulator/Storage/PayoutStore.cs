using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Payouts, decided and written in one step, and looked up.</summary>
internal sealed class PayoutStore(StoreAccess access)
{
    /// <summary>
    /// Decides on a payout and writes it with the callbacks it owes, all in one transaction in which nobody else can touch the
    /// merchant's balance. Returns after the commit.
    /// </summary>
    public Task<PayoutDecision> MakeAsync(PayoutIntent intent, CancellationToken cancellation) =>
        access.ChangeAsync(intent.Account, intent.ApplyAsync, cancellation, intent.Request.OrderId);

    /// <summary>Makes a payout in process final.</summary>
    public Task<SettlementResult> SettleAsync(Settlement settlement, CancellationToken cancellation) =>
        access.ChangeAsync(settlement.Account, settlement.ApplyAsync, cancellation);

    public async Task<IReadOnlyList<Payout>> AllAsync(long account, CancellationToken cancellation) =>
        await access.ReadAsync(session => session.QueryAsync(PayoutSql.OfAccount, PayoutSql.Read, account), cancellation);

    public async Task<IReadOnlyList<Payout>> FindAsync(PayoutQuery query, CancellationToken cancellation) => await access.ReadAsync(query.RunAsync, cancellation);

    public Task<IReadOnlyList<RecentPayout>> FindAsync(RecentPayouts query, CancellationToken cancellation) => access.ReadAsync(query.RunAsync, cancellation);

    /// <summary>The number of the account's last payout, or 0.</summary>
    public async Task<long> LastAsync(long account, CancellationToken cancellation) =>
        (await access.ReadAsync(session => session.QueryAsync(PayoutSql.Last, row => row.GetInt64(0), account), cancellation)).Single();

    /// <summary>How many payouts of an account that were in process became final after the one moment and up to the other.</summary>
    public async Task<long> SettledAsync(long account, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation) => (await access.ReadAsync(
        session => session.QueryAsync(
            PayoutSql.Settled, row => row.GetInt64(0), account, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()),
        cancellation)).Single();

    /// <summary>How many payouts all accounts have made.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation) =>
        await access.ReadAsync(async session => await session.ScalarAsync(AccountSql.CountPayouts), cancellation) ?? 0;
}
