using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Callbacks: pending, claimed, attempted, recorded.</summary>
internal sealed class CallbackStore(StoreAccess access)
{
    /// <summary>The queues of all epochs lie between these.</summary>
    private const string FirstQueue = "0", PastLastQueue = ":";

    private readonly RequestBatcher<CallbackClaim, ClaimedCallbacks>? _claims = access.Rounds<CallbackClaim, ClaimedCallbacks>(
        CallbackClaim.ApplyAllAsync, claim => DeliveryQueue.GetEpoch(claim.Queue));

    private readonly RequestBatcher<AttemptRecord, bool>? _records = access.Rounds<AttemptRecord, bool>(
        AttemptRecord.ApplyAllAsync, record => record.Key.Epoch);

    /// <summary>All queues with pending callbacks, with when the next is due.</summary>
    public Task<IReadOnlyList<QueueDue>> QueuesAsync(CancellationToken cancellation) => QueuesAsync(FirstQueue, PastLastQueue, cancellation);

    /// <summary>The queues of an epoch with pending callbacks, with when the next is due.</summary>
    public Task<IReadOnlyList<QueueDue>> QueuesAsync(long epoch, CancellationToken cancellation)
    {
        var (from, to) = DeliveryQueue.GetRange(epoch);
        return QueuesAsync(from, to, cancellation);
    }

    /// <summary>The queues of an epoch with callbacks due by that moment, of payouts up to the given one.</summary>
    public async Task<IReadOnlyList<string>> DueQueuesAsync(long epoch, DateTimeOffset now, long lastPayment, CancellationToken cancellation)
    {
        var (from, to) = DeliveryQueue.GetRange(epoch);
        return await access.ReadAsync(
            session => session.QueryAsync(CallbackSql.DueQueues, row => row.GetString(0), from, to, now.ToUnixTimeMilliseconds(), lastPayment),
            cancellation);
    }

    /// <summary>When the next callback of an epoch is due behind that moment, if any is.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(long epoch, DateTimeOffset after, CancellationToken cancellation)
    {
        var (from, to) = DeliveryQueue.GetRange(epoch);
        return (await access.ReadAsync(
            session => session.QueryAsync(
                CallbackSql.NextDue,
                row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
                from,
                to,
                after.ToUnixTimeMilliseconds()),
            cancellation)).Single();
    }

    /// <summary>Takes due callbacks of a queue for attempts; nobody else gets them before the lease ends.</summary>
    public Task<ClaimedCallbacks> ClaimAsync(CallbackClaim claim, CancellationToken cancellation) =>
        _claims?.AskAsync(claim, cancellation) ?? access.WriteAsync(claim.ApplyAsync, cancellation, DeliveryQueue.GetEpoch(claim.Queue));

    /// <summary>Gives a claimed callback back unattempted.</summary>
    public Task ReleaseAsync(CallbackKey key) => access.ChangeAsync(
        key.Epoch,
        transaction => transaction.Session.ExecuteAsync(CallbackSql.Release, key.Epoch, key.PaymentId, key.Number),
        CancellationToken.None);

    /// <summary>Keeps an attempt and what became of its callback.</summary>
    /// <returns>Whether it was kept: not when the epoch was closed after the claim.</returns>
    public Task<bool> RecordAsync(AttemptRecord record) =>
        _records?.AskAsync(record, CancellationToken.None) ?? access.ChangeAsync(record.Key.Epoch, record.ApplyAsync, CancellationToken.None);

    public async Task<IReadOnlyList<StoredCallback>> FindAsync(CallbackQuery query, CancellationToken cancellation) =>
        await access.ReadAsync(query.RunAsync, cancellation);

    /// <summary>The outcomes of a merchant's attempts, on all sandboxes.</summary>
    public async Task<DeliveryCounts> AttemptsAsync(long epoch, CancellationToken cancellation) => (await access.ReadAsync(
        session => session.QueryAsync(
            CallbackSql.Attempted, row => new DeliveryCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), (int)CallbackState.Delivered, (int)CallbackState.Dead, epoch),
        cancellation)).Single();

    /// <summary>The last attempts of a callback, the oldest of them first.</summary>
    public async Task<IReadOnlyList<NumberedAttempt>> AttemptsAsync(CallbackKey key, int limit, CancellationToken cancellation)
    {
        var attempts = await access.ReadAsync(
            session => session.QueryAsync(CallbackSql.Attempts, CallbackSql.ReadAttempt, key.Epoch, key.PaymentId, key.Number, limit), cancellation);
        attempts.Reverse();
        return attempts;
    }

    /// <summary>How many callbacks are pending, of all merchants.</summary>
    public async Task<long> CountPendingAsync(CancellationToken cancellation) => (await access.ReadAsync(
        session => session.QueryAsync(CallbackSql.Pending, row => row.GetInt64(0), FirstQueue, PastLastQueue), cancellation)).Single();

    /// <summary>How many callbacks of an epoch are pending.</summary>
    public async Task<long> CountPendingAsync(long epoch, CancellationToken cancellation)
    {
        var (from, to) = DeliveryQueue.GetRange(epoch);
        return (await access.ReadAsync(session => session.QueryAsync(CallbackSql.Pending, row => row.GetInt64(0), from, to), cancellation)).Single();
    }

    private async Task<IReadOnlyList<QueueDue>> QueuesAsync(string from, string to, CancellationToken cancellation) => await access.ReadAsync(
        session => session.QueryAsync(
            CallbackSql.Queues, row => new QueueDue(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), from, to),
        cancellation);
}
