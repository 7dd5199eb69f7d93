using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on callbacks and their attempts.</summary>
internal static class CallbackSql
{
    public static readonly Statement Insert = new(
        """
        insert into callbacks (merchant_id, payment_id, number, lane, due_at, leased_until, claims, attempts, state)
        values (@merchant, @payment, @number, @lane, @due_at, 0, 0, 0, 0)
        """);

    public static Task<int> InsertAsync(StoreSession session, OwedCallback owed) => session.ExecuteAsync(
        Insert, owed.Key.MerchantId, owed.Key.PaymentId, owed.Key.Number, owed.Lane, owed.DueAt.ToUnixTimeMilliseconds());

    /// <summary>Each lane that owes anything, with when its next callback is due: one index probe a lane, however many it owes.</summary>
    public static readonly Statement Lanes = new(
        """
        with recursive lanes (lane) as (
            select min(lane) from callbacks where state = 0
            union all
            select (select min(lane) from callbacks where state = 0 and lane > lanes.lane) from lanes where lanes.lane is not null
        )
        select lane, (select min(due_at) from callbacks where state = 0 and lane = lanes.lane) from lanes where lane is not null
        """);

    public static readonly Statement Claim = new(
        $"""
        select c.number, c.claims, c.attempts, c.due_at, {PayoutSql.Columns}
        from callbacks c join payouts p on p.merchant_id = c.merchant_id and p.payment_id = c.payment_id
        where c.state = 0 and c.lane = @lane and c.due_at <= @now and c.leased_until <= @now
        order by c.due_at limit @limit
        """);

    public static readonly Statement Lease = new(
        """
        update callbacks set leased_until = @until, claims = claims + 1
        where merchant_id = @merchant and payment_id = @payment and number = @number
        """);

    public static readonly Statement Release = new(
        "update callbacks set leased_until = 0 where merchant_id = @merchant and payment_id = @payment and number = @number");

    public static readonly Statement ReleaseAll = new("update callbacks set leased_until = 0 where state = 0 and leased_until > 0");

    /// <summary>Counts the attempt, whoever made it. What was delivered stays delivered; what is dead comes back by delivery only.</summary>
    public static readonly Statement Record = new(
        """
        update callbacks
        set attempts = attempts + 1, leased_until = 0, due_at = @due_at, state = case when state = 1 or @state = 0 then state else @state end
        where merchant_id = @merchant and payment_id = @payment and number = @number
        returning attempts
        """);

    public static readonly Statement InsertAttempt = new(
        """
        insert into attempts (merchant_id, payment_id, callback, number, at, address, status, fault, fault_text, duration_ms, answer, answer_signature)
        values (@merchant, @payment, @callback, @number, @at, @address, @status, @fault, @fault_text, @duration, @answer, @answer_signature)
        """);
}
