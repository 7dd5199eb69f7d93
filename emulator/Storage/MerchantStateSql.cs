namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on epochs.</summary>
internal static class MerchantStateSql
{
    public static readonly Statement NextNumber = new("update account_numbers set last = last + 1 returning last");

    public static readonly Statement Insert = new(
        """
        insert into accounts (number, merchant_id, seed, balance, payouts, held, clock_ahead, clock_stands)
        values (@number, @merchant, @seed, @balance, 0, 0, @ahead, @stands)
        """);

    public static readonly Statement OfMerchant = new(
        "select number, seed, clock_ahead, clock_stands, rules, rules_put from accounts where merchant_id = @merchant");

    /// <summary>The epoch, and when the next debit comes back that has not been booked.</summary>
    public static readonly Statement Lock = new(
        $"""
        select a.number, a.seed, a.balance, a.payouts, a.held,
            (select min(p.settles_at) from payouts p where p.account = a.number and p.comes_back = 1)
        from accounts a where a.number = @number {SqlDialect.LockRowWord}
        """);

    public static readonly Statement Update = new(
        "update accounts set balance = @balance, payouts = @payouts, held = @held where number = @number");

    public static readonly Statement BookReturns = new(
        """
        update payouts set comes_back = 0
        where account = @account and comes_back = 1 and settles_at <= @now
        returning amount + commission
        """);

    /// <summary>The balance as it is at a moment, booked or not.</summary>
    public static readonly Statement Balance = new(
        """
        select a.balance + coalesce(
            (select cast(sum(p.amount + p.commission) as bigint) from payouts p
             where p.account = a.number and p.comes_back = 1 and p.settles_at <= @now), 0)
        from accounts a where a.number = @account
        """);

    public static readonly Statement KeepClock = new(
        "update accounts set clock_ahead = @ahead, clock_stands = @stands where number = @number returning merchant_id");

    public static readonly Statement CountPayouts = new("select coalesce(cast(sum(payouts) as bigint), 0) from accounts");

    public static readonly Statement Delete = new("delete from accounts where number = @number returning merchant_id");

    public static readonly Statement MarkClosed = new("insert into closed_accounts (number) values (@number)");
}
