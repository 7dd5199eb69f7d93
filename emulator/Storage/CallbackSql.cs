using System.Data.Common;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements that add, claim, attempt and record callbacks.</summary>
internal static class CallbackSql
{
    private const string ThisOne = "where account = @account and payment_id = @payment and number = @number";

    public static readonly Statement Insert = new(
        """
        insert into callbacks (account, payment_id, number, lane, due_at, leased_until, claims, attempts, tries, state, twist, held_by)
        values (@account, @payment, @number, @lane, @due_at, 0, 0, 0, 0, @state, @twist, @held_by)
        """);

    public static ValueTask InsertAsync(StoreSession session, PendingCallback pending) => session.PostAsync(
        Insert,
        pending.Key.Epoch,
        pending.Key.PaymentId,
        pending.Key.Number,
        pending.Queue,
        pending.DueAt.ToUnixTimeMilliseconds(),
        (int)pending.State,
        (int)pending.Tampering,
        (long?)pending.HeldBy?.TotalMilliseconds);

    public static async Task InsertAllAsync(StoreSession session, IReadOnlyList<PendingCallback> callbacks)
    {
        foreach (var pending in callbacks)
            await InsertAsync(session, pending);
    }

    /// <summary>
    /// The next payout's callback is due: those that wait for it follow it, unless they are due before by themselves, and not before
    /// their own payout is final.
    /// </summary>
    public static readonly Statement ReleaseHeld = new(
        """
        update callbacks
        set due_at = case
                when @next + held_by >= due_at then due_at
                when @next + held_by >= (select p.settles_at from payouts p where p.account = callbacks.account and p.payment_id = callbacks.payment_id)
                    then @next + held_by
                else (select p.settles_at from payouts p where p.account = callbacks.account and p.payment_id = callbacks.payment_id)
            end,
            held_by = null
        where account = @account and held_by is not null
        returning lane, due_at
        """);

    /// <summary>Attempts of what was told before a clock was set back go on once the payout is final again.</summary>
    public static readonly Statement NotBefore = new(
        """
        update callbacks set due_at = @settles_at
        where account = @account and payment_id = @payment and state = 0 and due_at < @settles_at
        """);

    /// <summary>Each queue with pending callbacks: one index probe a queue, however many it has.</summary>
    private const string AllQueues =
        """
        with recursive lanes (lane) as (
            select min(lane) from callbacks where state = 0 and lane >= @from and lane < @to
            union all
            select (select min(lane) from callbacks where state = 0 and lane > lanes.lane and lane < @to)
            from lanes where lanes.lane is not null
        )
        """;

    /// <summary>Each queue with pending callbacks, with when the next is due.</summary>
    public static readonly Statement Queues = new(
        $"""
        {AllQueues}
        select lane, (select min(due_at) from callbacks where state = 0 and lane = lanes.lane) from lanes where lane is not null
        """);

    /// <summary>Queues of an epoch with a callback that is due, of payouts up to the given one.</summary>
    public static readonly Statement DueQueues = new(
        $"""
        {AllQueues}
        select lane from lanes
        where exists (select 1 from callbacks c where c.state = 0 and c.lane = lanes.lane and c.due_at <= @now and c.payment_id <= @last)
        """);

    /// <summary>When the next callback of an epoch is due behind that moment.</summary>
    public static readonly Statement NextDue = new(
        $"""
        {AllQueues}
        select min((select min(due_at) from callbacks where state = 0 and lane = lanes.lane and due_at > @after)) from lanes
        """);

    public static readonly Statement Claim = new(
        $"""
        select c.number, c.twist, c.claims, c.attempts, c.tries, c.due_at, {PayoutSql.Columns}
        from callbacks c
            join payouts p on p.account = c.account and p.payment_id = c.payment_id
            join accounts a on a.number = c.account
        where c.state = 0 and c.lane = @lane and c.due_at <= @now and c.leased_until <= @machine
        order by c.due_at limit @limit {SqlDialect.LockClaimWord}
        """);

    /// <summary>
    /// What comes next in a queue of which all that is due has been claimed: what is due later, and what comes free again.
    /// </summary>
    public static readonly Statement NextOfQueue = new(
        """
        select
            (select min(due_at) from callbacks where state = 0 and lane = @lane and due_at > @now),
            (select min(leased_until) from callbacks where state = 0 and lane = @lane and due_at <= @now)
        """);

    public static readonly Statement Lease = new($"update callbacks set leased_until = @until, claims = claims + 1 {ThisOne}");

    public static readonly Statement Release = new($"update callbacks set leased_until = 0 {ThisOne}");

    public static readonly Statement ReleaseAll = new("update callbacks set leased_until = 0 where state = 0 and leased_until > 0");

    /// <summary>
    /// Counts the attempt of any sandbox. What was delivered stays delivered; what is dead comes back by delivery only. Nothing is
    /// counted for an epoch that is closed.
    /// </summary>
    public static readonly Statement Record = new(
        $"""
        update callbacks
        set attempts = attempts + 1, tries = tries + 1, leased_until = 0, due_at = @due_at,
            state = case when state = 1 or @state = 0 then state else @state end
        {ThisOne} and exists (select 1 from accounts a where a.number = @account)
        returning attempts
        """);

    /// <summary>All that are pending, by the index of those.</summary>
    public static readonly Statement Pending = new("select count(*) from callbacks where state = 0 and lane >= @from and lane < @to");

    /// <summary>How many attempts were made for an epoch, and what came of its callbacks.</summary>
    public static readonly Statement Attempted = new(
        """
        select coalesce(cast(sum(attempts) as bigint), 0), count(case when state = @delivered then 1 end), count(case when state = @dead then 1 end)
        from callbacks where account = @account
        """);

    /// <summary>
    /// Pending once more, at once and with the whole schedule before it, wherever it had got to: also while an attempt is under way, which
    /// may hang as long as it likes.
    /// </summary>
    public static readonly Statement Resend = new(
        $"""
        update callbacks set state = 0, due_at = @now, leased_until = 0, tries = 0, held_by = null
        {ThisOne} and exists (select 1 from accounts a where a.number = @account)
        returning lane
        """);

    /// <summary>The callbacks of a payout move with the moment at which it settles.</summary>
    public static readonly Statement Move = new(
        """
        update callbacks set due_at = case when due_at + @by > @now then due_at + @by else @now end
        where account = @account and payment_id = @payment and state = 0
        returning lane
        """);

    public static readonly Statement Drop = new(
        "delete from callbacks where account = @account and payment_id = @payment and state = 0 and attempts = 0");

    /// <summary>How many callbacks a payout has.</summary>
    public static readonly Statement CountOfPayout = new(
        "select count(*) from callbacks where account = @account and payment_id = @payment");

    public static readonly Statement Attempts = new(
        """
        select number, at, address, sent, status, fault, fault_text, duration_ms, answer, answer_signature, location
        from attempts where account = @account and payment_id = @payment and callback = @callback
        order by number desc limit @limit
        """);

    /// <summary>What the first attempt of a payout's first callback sent.</summary>
    public static readonly Statement FirstSent = new(
        "select sent from attempts where account = @account and payment_id = @payment and callback = 1 and number = 1");

    public static NumberedAttempt ReadAttempt(DbDataReader row) => new(row.GetInt32(0), new Attempt
    {
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        Address = row.GetString(2),
        Sent = row.GetString(3),
        Status = row.IsDBNull(4) ? null : row.GetInt32(4),
        Fault = (AttemptFault)row.GetInt32(5),
        FaultText = row.IsDBNull(6) ? null : row.GetString(6),
        Duration = TimeSpan.FromMilliseconds(row.GetInt64(7)),
        Answer = row.GetString(8),
        AnswerSignature = (AnswerSignature)row.GetInt32(9),
        Location = row.IsDBNull(10) ? null : row.GetString(10),
    });

    public static readonly Statement InsertAttempt = new(
        """
        insert into attempts
            (account, payment_id, callback, number, at, address, sent, status, location, fault, fault_text, duration_ms, answer, answer_signature)
        values
            (@account, @payment, @callback, @number, @at, @address, @sent, @status, @location, @fault, @fault_text, @duration, @answer, @answer_signature)
        """);
}
