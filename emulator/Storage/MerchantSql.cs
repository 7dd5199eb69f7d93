namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on merchants.</summary>
internal static class MerchantSql
{
    public static readonly Statement Enrol = new(
        "insert into merchants (id, seed, balance, payouts) values (@id, @seed, @balance, 0) on conflict do nothing");

    /// <summary>The account, and when the next debit comes back that has not been booked.</summary>
    public static readonly Statement Lock = new(
        """
        select m.id, m.seed, m.balance, m.payouts,
            (select min(p.settles_at) from payouts p where p.merchant_id = m.id and p.comes_back = 1)
        from merchants m where m.id = @id
        """);

    public static readonly Statement Update = new("update merchants set balance = @balance, payouts = @payouts where id = @id");

    public static readonly Statement BookReturns = new(
        """
        update payouts set comes_back = 0
        where merchant_id = @merchant and comes_back = 1 and settles_at <= @now
        returning amount + commission
        """);

    /// <summary>The balance as it is at a moment, booked or not.</summary>
    public static readonly Statement Balance = new(
        """
        select m.balance + coalesce(
            (select sum(p.amount + p.commission) from payouts p
             where p.merchant_id = m.id and p.comes_back = 1 and p.settles_at <= @now), 0)
        from merchants m where m.id = @merchant
        """);
}
