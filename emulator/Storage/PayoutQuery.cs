using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Which payouts of an epoch are asked for, the oldest first; what is left out asks for any.</summary>
/// <param name="Epoch">The epoch.</param>
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

/// <summary>The conditions of a query and their arguments, put together one by one. No text of a caller becomes SQL.</summary>
internal sealed class Conditions
{
    private readonly List<string> _texts = [];
    private readonly List<object?> _arguments = [];

    /// <summary>As they stand behind <c>where</c>.</summary>
    public override string ToString() => string.Join(" and ", _texts);

    /// <summary>The arguments of all conditions, then these.</summary>
    public object?[] Arguments(params ReadOnlySpan<object?> more) => [.. _arguments, .. more];

    /// <param name="text">A condition; parameters that stood in one before have their arguments already.</param>
    /// <param name="arguments">Their arguments, in their order.</param>
    public Conditions And(string text, params ReadOnlySpan<object?> arguments)
    {
        _texts.Add(text);
        _arguments.AddRange(arguments);
        return this;
    }

    /// <summary>A condition only where there is something to compare with.</summary>
    public Conditions AndIfGiven(string text, object? argument) => argument is null ? this : And(text, argument);
}
