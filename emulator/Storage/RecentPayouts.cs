using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Which payouts somebody looks at, the newest first: one account's in the order in which they were made, or those of all by time.</summary>
/// <param name="Machine">By the machine's clock, from which those of the merchants follow.</param>
internal sealed record RecentPayouts(DateTimeOffset Machine)
{
    public const int DefaultLimit = 50;

    private static readonly Statement s_callbacks = new(
        """
        select number, state, twist, due_at, attempts from callbacks
        where account = @account and payment_id = @payment order by number
        """);

    public long? Epoch { get; init; }

    /// <summary>Only payouts behind this one.</summary>
    public PayoutCursor? Before { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public PayoutStatus? Status { get; init; }

    public PayoutMethod? Method { get; init; }

    public PayoutSearch? Search { get; init; }

    public async Task<IReadOnlyList<RecentPayout>> RunAsync(StoreSession session)
    {
        var found = new List<RecentPayout>();
        foreach (var payout in await PayoutsAsync(session))
            found.Add(new RecentPayout(payout, await session.QueryAsync(s_callbacks, row => Read(row, payout), payout.Epoch, payout.PaymentId)));
        return found;
    }

    private Task<List<Payout>> PayoutsAsync(StoreSession session)
    {
        const string merchantsNow = "coalesce(a.clock_stands, a.clock_ahead + @machine)";
        var conditions = new Conditions()
            .And("a.number = p.account")
            .And(PayoutSql.IsPayout)
            .AndIfGiven("p.account = @account", Epoch)
            .AndIfGiven("p.method = @method", (int?)Method);
        if (Before is { } before)
        {
            conditions = Epoch is null
                ? conditions.And("(p.created_at, p.account, p.payment_id) < (@at, @owner, @payment)", before.CreatedAt, before.Epoch, before.PaymentId)
                : conditions.And("p.payment_id < @payment", before.PaymentId);
        }

        if (Search is { } search)
        {
            conditions = conditions.And(
                $@"(p.order_id {SqlDialect.LikeWord} @order escape '\' or p.payment_id = @wanted or p.recipient_mask {SqlDialect.LikeWord} @mask)", search.Order, search.PaymentId, search.Mask);
        }

        var machine = Machine.ToUnixTimeMilliseconds();
        conditions = Status switch
        {
            PayoutStatus.Process => conditions.And($"p.settles_at > {merchantsNow}", machine),
            PayoutStatus.Ok => conditions.And($"p.settles_at <= {merchantsNow} and p.error_code is null", machine),
            PayoutStatus.Error => conditions.And($"p.settles_at <= {merchantsNow} and p.error_code is not null", machine),
            _ => conditions,
        };

        // A cross join keeps SQLite from beginning with the accounts, which would make it sort all there is.
        var order = Epoch is null ? "p.created_at desc, p.account desc, p.payment_id desc" : "p.payment_id desc";
        return session.QueryAsync(
            Statement.Parse($"select {PayoutSql.Columns} from payouts p cross join accounts a where {conditions} order by {order} limit @limit"),
            PayoutSql.Read,
            conditions.Arguments(Limit));
    }

    private static StoredCallback Read(DbDataReader row, Payout payout) => new()
    {
        MerchantId = payout.MerchantId,
        Key = new CallbackKey(payout.Epoch, payout.PaymentId, row.GetInt32(0)),
        OrderId = payout.OrderId,
        PostLink = payout.PostLink ?? "",
        State = (CallbackState)row.GetInt32(1),
        Tampering = (Tampering)row.GetInt32(2),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        Attempts = row.GetInt32(4),
    };
}
