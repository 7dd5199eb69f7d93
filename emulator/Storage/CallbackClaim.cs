using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A lane's wish for due callbacks, as many as it can send at once.</summary>
internal sealed record CallbackClaim(string Lane, int Limit, DateTimeOffset Now, TimeSpan Lease)
{
    private const int FirstPayoutColumn = 4;

    public async Task<IReadOnlyList<DueCallback>> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var now = Now.ToUnixTimeMilliseconds();
        var due = await session.QueryAsync(CallbackSql.Claim, Read, Lane, now, Limit);
        for (var i = 0; i < due.Count; i++)
        {
            var (key, payout) = (due[i].Key, due[i].Payout);
            await session.ExecuteAsync(
                CallbackSql.Lease, (Now + Lease).ToUnixTimeMilliseconds(), key.MerchantId, key.PaymentId, key.Number);
            var account = await transaction.AccountAsync(payout.MerchantId, Now);
            due[i] = due[i] with { Balance = account.Balance, Seed = account.Seed };
        }

        return due;
    }

    private static DueCallback Read(System.Data.Common.DbDataReader row)
    {
        var payout = PayoutSql.Read(row, FirstPayoutColumn);
        return new DueCallback(
            new CallbackKey(payout.MerchantId, payout.PaymentId, row.GetInt32(0)),
            payout,
            row.GetInt32(1),
            row.GetInt32(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            Amount.Zero,
            default);
    }
}
