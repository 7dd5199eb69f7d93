using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Reads payouts.</summary>
internal sealed class PayoutStore(StoreAccess access)
{
    public async Task<IReadOnlyList<Payout>> AllAsync(long epoch, CancellationToken cancellation) =>
        await access.ReadAsync(session => session.QueryAsync(PayoutSql.OfEpoch, PayoutSql.Read, epoch), cancellation);

    public async Task<IReadOnlyList<Payout>> FindAsync(PayoutQuery query, CancellationToken cancellation) => await access.ReadAsync(query.RunAsync, cancellation);

    public Task<IReadOnlyList<RecentPayout>> FindAsync(RecentPayouts query, CancellationToken cancellation) => access.ReadAsync(query.RunAsync, cancellation);

    /// <summary>The number of the epoch's last payout, or 0.</summary>
    public async Task<long> LastAsync(long epoch, CancellationToken cancellation) =>
        (await access.ReadAsync(session => session.QueryAsync(PayoutSql.Last, row => row.GetInt64(0), epoch), cancellation)).Single();

    /// <summary>How many payouts of an epoch that were in process became final after the one moment and up to the other.</summary>
    public async Task<long> SettledAsync(long epoch, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation) => (await access.ReadAsync(
        session => session.QueryAsync(
            PayoutSql.Settled, row => row.GetInt64(0), epoch, after.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()),
        cancellation)).Single();

    /// <summary>How many payouts all epochs have made.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation) =>
        await access.ReadAsync(async session => await session.ScalarAsync(MerchantStateSql.CountPayouts), cancellation) ?? 0;
}
