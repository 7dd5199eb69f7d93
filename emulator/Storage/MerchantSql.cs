using System.Data.Common;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on what sandboxes that share a store have in common of merchants: settings, rules, clocks.</summary>
internal static class MerchantSql
{
    private const string Select =
        "select a.merchant_id, a.number, a.seed, a.clock_ahead, a.clock_stands, a.rules, a.rules_put, m.sealed from accounts a left join merchants m on m.id = a.merchant_id";

    public static readonly Statement One = new($"{Select} where a.merchant_id = @merchant");

    public static readonly Statement All = new($"{Select} order by a.merchant_id");

    /// <summary>Keeps a merchant of which none is kept yet.</summary>
    public static readonly Statement Add = new("insert into merchants (id, sealed) values (@id, @sealed) on conflict (id) do nothing");

    public static readonly Statement Put = new(
        "insert into merchants (id, sealed) values (@id, @sealed) on conflict (id) do update set sealed = excluded.sealed");

    public static readonly Statement DeleteOfEpoch = new(
        "delete from merchants where id = (select merchant_id from accounts where number = @number)");

    /// <summary>The next id to give out, unless somebody uses it or has used it.</summary>
    public static readonly Statement NextId = new("update given_merchant_ids set last = last + 1 returning last");

    public static readonly Statement IdWasUsed = new(
        """
        select 1 where exists (select 1 from accounts where merchant_id = @id) or exists (select 1 from removed_merchant_ids where id = @id)
        """);

    public static readonly Statement RememberIdOfEpoch = new(
        """
        insert into removed_merchant_ids (id) select merchant_id from accounts where number = @number
        on conflict (id) do nothing
        """);

    public static readonly Statement PutRules = new(
        "update accounts set rules = @rules, rules_put = rules_put + 1 where number = @number returning merchant_id, rules_put");

    /// <summary>Nothing is counted for an epoch that is closed.</summary>
    public static readonly Statement CountCall = new(
        """
        insert into rule_calls (account, put, rule, calls)
        select @account, @put, @rule, 1 where exists (select 1 from accounts a where a.number = @account)
        on conflict (account, put, rule) do update set calls = rule_calls.calls + 1
        returning calls
        """);

    public static readonly Statement ForgetCalls = new("delete from rule_calls where account = @account");

    public static readonly Statement StartClock = new("select ahead, stands from start_clock");

    public static readonly Statement KeepStartClock = new("update start_clock set ahead = @ahead, stands = @stands");

    public static StoredMerchant Read(DbDataReader row) => new(row.GetInt64(0), ReadState(row, first: 1), row.IsDBNull(7) ? null : row.GetString(7));

    /// <summary>Reads an epoch whose columns stand in the row from the given place on.</summary>
    public static StoredMerchantState ReadState(DbDataReader row, int first) => new(
        row.GetInt64(first),
        new Seed(row.GetInt64(first + 1)),
        ReadClock(row, first + 2),
        new StoredRules(row.IsDBNull(first + 4) ? null : row.GetString(first + 4), row.GetInt32(first + 5)));

    public static ClockReading ReadClock(DbDataReader row, int first) => new(
        TimeSpan.FromMilliseconds(row.GetInt64(first)),
        row.IsDBNull(first + 1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 1)));
}
