using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Which payouts of an account are asked for, the oldest first; what is left out asks for any.</summary>
/// <param name="Epoch">The account.</param>
/// <param name="Now">By the merchant's clock: the status depends on it.</param>
internal sealed record PayoutQuery(long Epoch, DateTimeOffset Now)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;

    /// <summary>Only payouts with a higher payment id.</summary>
    public long After { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public long? PaymentId { get; init; }

    public string? OrderId { get; init; }

    public PayoutStatus? Status { get; init; }

    /// <summary>The newest first instead of the oldest.</summary>
    public bool NewestFirst { get; init; }

    public Task<List<Payout>> RunAsync(StoreSession session)
    {
        var now = Now.ToUnixTimeMilliseconds();
        var conditions = new Conditions()
            .And("p.account = @account", Epoch)
            .And(PayoutSql.IsPayout)
            .And("p.payment_id > @after", After)
            .AndIfGiven("p.payment_id = @payment", PaymentId)
            .AndIfGiven($"p.payment_id {PayoutSql.IsOfOrder}", OrderId);
        conditions = Status switch
        {
            PayoutStatus.Process => conditions.And("p.settles_at > @now", now),
            PayoutStatus.Ok => conditions.And("p.settles_at <= @now and p.error_code is null", now),
            PayoutStatus.Error => conditions.And("p.settles_at <= @now and p.error_code is not null", now),
            _ => conditions,
        };
        return session.QueryAsync(
            Statement.Parse($"select {PayoutSql.Columns} {PayoutSql.From} where {conditions} order by p.payment_id {(NewestFirst ? "desc " : "")}limit @limit"),
            PayoutSql.Read,
            conditions.Arguments(Limit));
    }
}
