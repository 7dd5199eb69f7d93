using System.Data.Common;
using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on payouts, and how a payout becomes a row and back.</summary>
internal static class PayoutSql
{
    public const string Columns =
        """
        a.merchant_id, p.account, p.payment_id, p.method, p.order_id, p.amount, p.amount_text, p.commission, p.balance_after, p.currency,
        p.description, p.user_id, p.recipient_mask, p.recipient_hash, p.card_token, p.post_link, p.reference, p.created_at, p.settles_at,
        p.was_in_process, p.error_code, p.idempotency_key, p.fingerprint, p.trace_parent
        """;

    /// <summary>How many columns those are.</summary>
    public const int ColumnCount = 24;

    /// <summary>Payouts with their epochs; those of closed epochs are none.</summary>
    public const string From = "from payouts p join accounts a on a.number = p.account";

    /// <summary>What is kept like a payout and is none is left out.</summary>
    public static readonly string IsPayout = string.Create(CultureInfo.InvariantCulture, $"p.method <> {(int)PayoutMethod.CardSaving}");

    public static readonly Statement Insert = new(
        """
        insert into payouts (account, payment_id, method, order_id, amount, amount_text, commission, balance_after, currency,
            description, user_id, recipient_mask, recipient_hash, card_token, post_link, reference, created_at, settles_at,
            was_in_process, error_code, comes_back, idempotency_key, fingerprint, trace_parent)
        values (@account, @payment, @method, @order, @amount, @amount_text, @commission, @balance_after, @currency,
            @description, @user, @recipient_mask, @recipient_hash, @card_token, @post_link, @reference, @created_at, @settles_at,
            @was_in_process, @error_code, @comes_back, @key, @fingerprint, @trace_parent)
        """);

    public static readonly Statement OrderIsUsed = new(
        "select 1 from payouts where account = @account and order_id = @order limit 1");

    /// <summary>
    /// The payouts of an epoch under an order id, as a condition on a payment id. Looked up by itself, because SQLite would rather walk
    /// through all payouts of the epoch than go from an index to the rows it names.
    /// </summary>
    public const string IsOfOrder = "in (select o.payment_id from payouts o where o.account = @account and o.order_id = @order)";

    public static readonly Statement One = new($"select {Columns} {From} where p.account = @account and p.payment_id = @payment");

    public static readonly Statement ByKey = new(
        $"select {Columns} {From} where p.account = @account and p.idempotency_key = @key");

    public static readonly Statement OfEpoch = new(
        $"select {Columns} {From} where p.account = @account and {IsPayout} order by p.payment_id");

    public static readonly Statement Last = new("select coalesce(max(payment_id), 0) from payouts where account = @account");

    /// <summary>Those that were not final at once: in process, or waiting for their recipient.</summary>
    public static readonly Statement Settled = new(
        $"""
        select count(*) from payouts p
        where p.account = @account and p.settles_at > @after and p.settles_at <= @until and {IsPayout}
            and (p.was_in_process = 1 or p.settles_at > p.created_at)
        """);

    public static readonly Statement Settle = new(
        """
        update payouts set settles_at = @now, error_code = @error_code, comes_back = @comes_back
        where account = @account and payment_id = @payment
        """);

    /// <summary>The recipient has typed the number.</summary>
    public static readonly Statement Type = new(
        """
        update payouts
        set recipient_mask = @mask, recipient_hash = @hash, card_token = @token, balance_after = @balance_after, settles_at = @settles_at,
            was_in_process = @was_in_process, error_code = @error_code, comes_back = @comes_back
        where account = @account and payment_id = @payment
        """);

    public static ValueTask InsertAsync(StoreSession session, Payout payout) => session.PostAsync(
        Insert,
        payout.Epoch,
        payout.PaymentId,
        (int)payout.Method,
        payout.OrderId,
        payout.Amount.Minor,
        payout.AmountText,
        payout.Commission.Minor,
        payout.BalanceAfter.Minor,
        payout.Currency,
        payout.Description,
        payout.UserId,
        payout.Recipient?.Mask,
        payout.Recipient?.Hash,
        payout.CardToken,
        payout.PostLink,
        payout.Reference,
        payout.CreatedAt.ToUnixTimeMilliseconds(),
        payout.SettlesAt.ToUnixTimeMilliseconds(),
        payout.WasInProcess ? 1 : 0,
        payout.ErrorCode,
        payout.ComesBack ? 1 : 0,
        payout.IdempotencyKey,
        payout.Fingerprint,
        payout.TraceParent);

    public static ValueTask<int> TypeAsync(StoreSession session, Payout typed) => session.ExecuteAsync(
        Type,
        typed.Recipient!.Mask,
        typed.Recipient.Hash,
        typed.CardToken,
        typed.BalanceAfter.Minor,
        typed.SettlesAt.ToUnixTimeMilliseconds(),
        typed.WasInProcess ? 1 : 0,
        typed.ErrorCode,
        typed.ComesBack ? 1 : 0,
        typed.Epoch,
        typed.PaymentId);

    /// <summary>Reads a payout whose columns open the row.</summary>
    public static Payout Read(DbDataReader row) => Read(row, first: 0);

    /// <summary>Reads a payout whose columns stand in the row from the given place on.</summary>
    public static Payout Read(DbDataReader row, int first) => new()
    {
        MerchantId = row.GetInt64(first),
        Epoch = row.GetInt64(first + 1),
        PaymentId = row.GetInt64(first + 2),
        Method = (PayoutMethod)row.GetInt32(first + 3),
        OrderId = row.GetString(first + 4),
        Amount = new Amount(row.GetInt64(first + 5)),
        AmountText = row.GetString(first + 6),
        Commission = new Amount(row.GetInt64(first + 7)),
        BalanceAfter = new Amount(row.GetInt64(first + 8)),
        Currency = row.GetString(first + 9),
        Description = Text(row, first + 10),
        UserId = Text(row, first + 11),
        Recipient = Text(row, first + 12) is { } mask ? new MaskedRecipient(mask, row.GetString(first + 13)) : null,
        CardToken = Text(row, first + 14),
        PostLink = Text(row, first + 15),
        Reference = row.GetString(first + 16),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 17)),
        SettlesAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 18)),
        WasInProcess = row.GetInt32(first + 19) != 0,
        ErrorCode = row.IsDBNull(first + 20) ? null : row.GetInt32(first + 20),
        IdempotencyKey = Text(row, first + 21),
        Fingerprint = Text(row, first + 22),
        TraceParent = Text(row, first + 23),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
