using System.Data.Common;
using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Which payouts somebody looks at, the newest first: one epoch's in the order in which they were made, or those of all by time.
/// </summary>
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

        // A cross join keeps SQLite from beginning with the epochs, which would make it sort all there is.
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

/// <summary>
/// Where a list of payouts that begins with the newest goes on: behind this one. As text <c>1768467600000-3-4963922019</c>.
/// </summary>
/// <param name="CreatedAt">When the payout was made, in Unix milliseconds.</param>
/// <param name="Epoch">Whose it is.</param>
/// <param name="PaymentId">Its id.</param>
internal readonly record struct PayoutCursor(long CreatedAt, long Epoch, long PaymentId)
{
    public static PayoutCursor? TryParse(string? text) =>
        text?.Split('-') is [var created, var account, var payment]
        && Whole(created) is { } moment && Whole(account) is { } number && Whole(payment) is { } id
            ? new PayoutCursor(moment, number, id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt}-{Epoch}-{PaymentId}");

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A payout of a list, and where its callbacks are.</summary>
internal sealed record RecentPayout(Payout Payout, IReadOnlyList<StoredCallback> Callbacks)
{
    public PayoutCursor Cursor => new(Payout.CreatedAt.ToUnixTimeMilliseconds(), Payout.Epoch, Payout.PaymentId);
}

/// <summary>
/// What somebody typed to find payouts by: a part of the order id, the payment id, or the end of a masked card or account.
/// </summary>
internal sealed record PayoutSearch
{
    /// <summary>More than the longest order id.</summary>
    private const int MaxLength = 100;

    private const int ShortestEnd = 4;

    private PayoutSearch(string text) => Text = text;

    /// <summary>What was typed; a card number in it by its mask only, but where it is known to stand in an order id.</summary>
    public string Text { get; }

    /// <summary>What <c>like</c> compares order ids with.</summary>
    public string Order => $"%{Escaped(Text)}%";

    /// <summary>Whether nothing but order ids is looked at.</summary>
    private bool IsOrder { get; init; }

    /// <summary>A payment id, or one that no payout has.</summary>
    public long PaymentId => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    /// <summary>What <c>like</c> compares masks with; nothing fits an empty one.</summary>
    public string Mask => Text.Length >= ShortestEnd && !IsOrder ? $"%{Escaped(Text)}" : "";

    /// <summary>Nothing where nothing was typed.</summary>
    public static PayoutSearch? TryParse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return null;
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return new PayoutSearch(CardNumber.IsWellFormed(digits) ? CardNumber.Mask(digits) : Secrets.Redaction.Cards(text));
    }

    /// <summary>
    /// Looks for what was typed as it is: the digits of an order id may look like a card number. Nothing where no order id can hold it.
    /// </summary>
    public static PayoutSearch? OfOrder(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= MaxLength } text && !OrderId.HoldsCard(text, card: null) ? new PayoutSearch(text) { IsOrder = true } : null;

    public override string ToString() => Text;

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
