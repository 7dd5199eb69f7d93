using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A queue's wish for due callbacks, as many as it can send at once.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Now">By the merchant's clock, which says what is due.</param>
/// <param name="Machine">By the machine's clock, which leases run on: a test that moves a merchant's must not end them.</param>
/// <param name="Lease">How long the claimer owns what it gets.</param>
/// <param name="AsksForNext">Whether to tell what comes next, if no more is due now.</param>
internal sealed record CallbackClaim(string Queue, int Limit, DateTimeOffset Now, DateTimeOffset Machine, TimeSpan Lease, bool AsksForNext)
{
    private const int FirstPayoutColumn = 6;

    public async ValueTask<ClaimedCallbacks> ApplyAsync(StoreTransaction transaction) => (await ApplyToQueuesAsync(transaction, [this]))[0];

    /// <summary>Claims for several; who claims for the same queue as one before gets what that left.</summary>
    public static async Task<IReadOnlyList<ClaimedCallbacks>> ApplyAllAsync(StoreTransaction transaction, IReadOnlyList<CallbackClaim> claims)
    {
        var claimed = new ClaimedCallbacks[claims.Count];
        var turns = claims.Index().GroupBy(claim => claim.Item.Queue, StringComparer.Ordinal)
            .SelectMany(queue => queue.Select((claim, turn) => (claim.Index, claim.Item, Turn: turn)))
            .GroupBy(claim => claim.Turn);
        foreach (var turn in turns.Select(claimers => claimers.ToList()))
        {
            var got = await ApplyToQueuesAsync(transaction, turn.ConvertAll(claim => claim.Item));
            for (var i = 0; i < got.Count; i++)
                claimed[turn[i].Index] = got[i];
        }

        return claimed;
    }

    // No queue stands among them twice: the second would be given what the first is about to lease.
    private static async Task<IReadOnlyList<ClaimedCallbacks>> ApplyToQueuesAsync(StoreTransaction transaction, List<CallbackClaim> claims)
    {
        var session = transaction.Session;
        var due = await session.QueryEachAsync(
            CallbackSql.Claim,
            Read,
            [.. claims.Select(claim => (object?[])
                [claim.Queue, claim.Now.ToUnixTimeMilliseconds(), claim.Machine.ToUnixTimeMilliseconds(), claim.Limit])]);
        for (var i = 0; i < claims.Count; i++)
            await claims[i].LeaseAsync(transaction, due[i]);

        var asking = Enumerable.Range(0, claims.Count).Where(i => claims[i].AsksForNext && due[i].Count < claims[i].Limit).ToList();
        var next = await session.QueryEachAsync(
            CallbackSql.NextOfQueue,
            row => (Due: MomentAt(row, 0), Free: MomentAt(row, 1)),
            [.. asking.Select(i => (object?[])[claims[i].Queue, claims[i].Now.ToUnixTimeMilliseconds()])]);

        var claimed = due.ConvertAll(callbacks => new ClaimedCallbacks(callbacks));
        for (var i = 0; i < asking.Count; i++)
            claimed[asking[i]] = claimed[asking[i]] with { NextDue = next[i].Single().Due, NextFree = next[i].Single().Free };
        return claimed;
    }

    private async Task LeaseAsync(StoreTransaction transaction, List<LeasedCallback> due)
    {
        var session = transaction.Session;
        for (var i = 0; i < due.Count; i++)
        {
            var key = due[i].Key;
            await session.PostAsync(
                CallbackSql.Lease, (Machine + Lease).ToUnixTimeMilliseconds(), key.Epoch, key.PaymentId, key.Number);
            var row = await transaction.LockMerchantAsync(key.Epoch, Now);
            due[i] = due[i] with { Balance = row!.Balance, Seed = row.Seed, Repeats = await RepeatsAsync(session, due[i]) };
        }
    }

    private static DateTimeOffset? MomentAt(System.Data.Common.DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    // The balance may have moved since, so what was sent cannot be made once more.
    private static async Task<string?> RepeatsAsync(StoreSession session, LeasedCallback due) => due.Tampering == Tampering.StaleSalt
        ? (await session.QueryAsync(CallbackSql.FirstSent, row => row.GetString(0), due.Key.Epoch, due.Key.PaymentId)).SingleOrDefault()
        : null;

    private static LeasedCallback Read(System.Data.Common.DbDataReader row)
    {
        var payout = PayoutSql.Read(row, FirstPayoutColumn);
        return new LeasedCallback(
            new CallbackKey(payout.Epoch, payout.PaymentId, row.GetInt32(0)),
            payout,
            (Tampering)row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetInt32(4),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
            Amount.Zero,
            default);
    }
}

/// <summary>What a claim got.</summary>
/// <param name="Due">The callbacks.</param>
/// <param name="NextDue">When the queue's next one is due, by the merchant's clock, if the claim asked and there is one.</param>
/// <param name="NextFree">When the first of those that are leased comes free unless it is recorded before, by the machine's clock.</param>
internal readonly record struct ClaimedCallbacks(IReadOnlyList<LeasedCallback> Due, DateTimeOffset? NextDue = null, DateTimeOffset? NextFree = null);
