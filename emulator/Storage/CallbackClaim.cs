using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A lane's wish for due callbacks, as many as it can send at once.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Now">By the merchant's clock, which says what is due.</param>
/// <param name="Machine">By the machine's clock, which leases run on: a test that moves a merchant's must not end them.</param>
/// <param name="Lease">How long the claimer owns what it gets.</param>
/// <param name="AsksForNext">Whether to tell what comes next, if no more is due now.</param>
internal sealed record CallbackClaim(string Lane, int Limit, DateTimeOffset Now, DateTimeOffset Machine, TimeSpan Lease, bool AsksForNext)
{
    private const int FirstPayoutColumn = 6;

    public async ValueTask<ClaimedCallbacks> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var due = await session.QueryAsync(
            CallbackSql.Claim, Read, Lane, Now.ToUnixTimeMilliseconds(), Machine.ToUnixTimeMilliseconds(), Limit);
        for (var i = 0; i < due.Count; i++)
        {
            var key = due[i].Key;
            await session.PostAsync(
                CallbackSql.Lease, (Machine + Lease).ToUnixTimeMilliseconds(), key.Account, key.PaymentId, key.Number);
            var account = await transaction.AccountAsync(key.Account, Now);
            due[i] = due[i] with { Balance = account!.Balance, Seed = account.Seed, Repeats = await RepeatsAsync(session, due[i]) };
        }

        return AsksForNext && due.Count < Limit ? await NextAsync(session, due) : new ClaimedCallbacks(due);
    }

    private async Task<ClaimedCallbacks> NextAsync(StoreSession session, IReadOnlyList<DueCallback> due) => (await session.QueryAsync(
        CallbackSql.NextOfLane,
        row => new ClaimedCallbacks(due, MomentAt(row, 0), MomentAt(row, 1)),
        Lane,
        Now.ToUnixTimeMilliseconds())).Single();

    private static DateTimeOffset? MomentAt(System.Data.Common.DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    // The balance may have moved since, so what was sent cannot be made once more.
    private static async Task<string?> RepeatsAsync(StoreSession session, DueCallback due) => due.Twist == Twist.StaleSalt
        ? (await session.QueryAsync(CallbackSql.FirstSent, row => row.GetString(0), due.Key.Account, due.Key.PaymentId)).SingleOrDefault()
        : null;

    private static DueCallback Read(System.Data.Common.DbDataReader row)
    {
        var payout = PayoutSql.Read(row, FirstPayoutColumn);
        return new DueCallback(
            new CallbackKey(payout.Account, payout.PaymentId, row.GetInt32(0)),
            payout,
            (Twist)row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetInt32(4),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
            Amount.Zero,
            default);
    }
}
