using System.Data.Common;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on payouts, and how a payout becomes a row and back.</summary>
internal static class PayoutSql
{
    public const string Columns =
        """
        a.merchant_id, p.account, p.payment_id, p.order_id, p.amount, p.amount_text, p.commission, p.balance_after, p.currency, p.description,
        p.user_id, p.card_mask, p.card_hash, p.post_link, p.reference, p.created_at, p.settles_at, p.error_code,
        p.idempotency_key, p.fingerprint
        """;

    /// <summary>Payouts with their accounts; those of closed accounts are none.</summary>
    public const string From = "from payouts p join accounts a on a.number = p.account";

    public static readonly Statement Insert = new(
        """
        insert into payouts (account, payment_id, order_id, amount, amount_text, commission, balance_after, currency, description,
            user_id, card_mask, card_hash, post_link, reference, created_at, settles_at, error_code, comes_back, idempotency_key, fingerprint)
        values (@account, @payment, @order, @amount, @amount_text, @commission, @balance_after, @currency, @description,
            @user, @card_mask, @card_hash, @post_link, @reference, @created_at, @settles_at, @error_code, @comes_back, @key, @fingerprint)
        """);

    public static readonly Statement OrderIsUsed = new(
        "select 1 from payouts where account = @account and order_id = @order limit 1");

    public static readonly Statement ByKey = new(
        $"select {Columns} {From} where p.account = @account and p.idempotency_key = @key");

    public static readonly Statement OfAccount = new(
        $"select {Columns} {From} where p.account = @account order by p.payment_id");

    public static readonly Statement Last = new("select coalesce(max(payment_id), 0) from payouts where account = @account");

    public static readonly Statement Settled = new(
        """
        select count(*) from payouts
        where account = @account and settles_at > created_at and settles_at > @after and settles_at <= @until
        """);

    public static readonly Statement Settle = new(
        """
        update payouts set settles_at = @now, error_code = @error_code, comes_back = @comes_back
        where account = @account and payment_id = @payment
        """);

    public static Task<int> InsertAsync(StoreSession session, Payout payout) => session.ExecuteAsync(
        Insert,
        payout.Account,
        payout.PaymentId,
        payout.OrderId,
        payout.Amount.Minor,
        payout.AmountText,
        payout.Commission.Minor,
        payout.BalanceAfter.Minor,
        payout.Currency,
        payout.Description,
        payout.UserId,
        payout.CardMask,
        payout.CardHash,
        payout.PostLink,
        payout.Reference,
        payout.CreatedAt.ToUnixTimeMilliseconds(),
        payout.SettlesAt.ToUnixTimeMilliseconds(),
        payout.ErrorCode,
        payout.ComesBack ? 1 : 0,
        payout.IdempotencyKey,
        payout.Fingerprint);

    /// <summary>Reads a payout whose columns open the row.</summary>
    public static Payout Read(DbDataReader row) => Read(row, first: 0);

    /// <summary>Reads a payout whose columns stand in the row from the given place on.</summary>
    public static Payout Read(DbDataReader row, int first) => new()
    {
        MerchantId = row.GetInt64(first),
        Account = row.GetInt64(first + 1),
        PaymentId = row.GetInt64(first + 2),
        OrderId = row.GetString(first + 3),
        Amount = new Amount(row.GetInt64(first + 4)),
        AmountText = row.GetString(first + 5),
        Commission = new Amount(row.GetInt64(first + 6)),
        BalanceAfter = new Amount(row.GetInt64(first + 7)),
        Currency = row.GetString(first + 8),
        Description = row.GetString(first + 9),
        UserId = row.IsDBNull(first + 10) ? null : row.GetString(first + 10),
        CardMask = row.GetString(first + 11),
        CardHash = row.GetString(first + 12),
        PostLink = row.GetString(first + 13),
        Reference = row.GetString(first + 14),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 15)),
        SettlesAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 16)),
        ErrorCode = row.IsDBNull(first + 17) ? null : row.GetInt32(first + 17),
        IdempotencyKey = row.IsDBNull(first + 18) ? null : row.GetString(first + 18),
        Fingerprint = row.IsDBNull(first + 19) ? null : row.GetString(first + 19),
    };
}
