using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Which callbacks of an epoch are asked for, those of the oldest payouts first; what is left out asks for any.</summary>
internal sealed record CallbackQuery(long Epoch)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;

    /// <summary>Only callbacks behind this one: a payment id and a number.</summary>
    public (long PaymentId, int Number) After { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public long? PaymentId { get; init; }

    public int? Number { get; init; }

    public string? OrderId { get; init; }

    public CallbackState? State { get; init; }

    public Task<List<StoredCallback>> RunAsync(StoreSession session)
    {
        var (from, to) = DeliveryQueue.GetRange(Epoch);

        // The few that are pending have an index to themselves, by queue. The plus keeps SQLite from walking through all callbacks of the
        // epoch instead.
        var conditions = new Conditions()
            .And(State is CallbackState.Pending ? "+c.account = @account" : "c.account = @account", Epoch)
            .And("(c.payment_id, c.number) > (@after_payment, @after_number)", After.PaymentId, After.Number)
            .AndIfGiven("c.payment_id = @payment", PaymentId)
            .AndIfGiven("c.number = @number", Number)
            .AndIfGiven($"c.payment_id {PayoutSql.IsOfOrder}", OrderId);
        conditions = State is CallbackState.Pending
            ? conditions.And("c.state = 0 and c.lane >= @from and c.lane < @to", from, to)
            : conditions.AndIfGiven("c.state = @state", (int?)State);
        return session.QueryAsync(
            Statement.Parse(
                $"""
                select a.merchant_id, c.account, c.payment_id, c.number, p.order_id, p.post_link, c.state, c.twist, c.due_at, c.attempts
                from callbacks c
                    join payouts p on p.account = c.account and p.payment_id = c.payment_id
                    join accounts a on a.number = c.account
                where {conditions} order by c.payment_id, c.number limit @limit
                """),
            Read,
            conditions.Arguments(Limit));
    }

    private static StoredCallback Read(DbDataReader row) => new()
    {
        MerchantId = row.GetInt64(0),
        Key = new CallbackKey(row.GetInt64(1), row.GetInt64(2), row.GetInt32(3)),
        OrderId = row.GetString(4),
        PostLink = row.GetString(5),
        State = (CallbackState)row.GetInt32(6),
        Tampering = (Tampering)row.GetInt32(7),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        Attempts = row.GetInt32(9),
    };
}
