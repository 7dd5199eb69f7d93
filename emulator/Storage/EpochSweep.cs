namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Takes out what closed epochs left behind, a little at a time, so that nobody waits for it: a reset has only to close the
/// epoch, however much was in it.
/// </summary>
internal static class EpochSweep
{
    private const int AtOnce = 500;

    private static readonly Statement s_next = new(
        $"select number from closed_accounts order by number limit 1 {SqlDialect.SkipLockedWord}");

    private static readonly Statement s_last = new(
        """
        select max(payment_id) from
            (select payment_id from payouts where account = @account order by payment_id limit @limit) as oldest
        """);

    private static readonly Statement s_attempts = new("delete from attempts where account = @account and payment_id <= @last");

    private static readonly Statement s_callbacks = new("delete from callbacks where account = @account and payment_id <= @last");

    private static readonly Statement s_payouts = new("delete from payouts where account = @account and payment_id <= @last");

    private static readonly Statement s_pages = new("delete from pages where account = @account and payment_id <= @last");

    private static readonly Statement s_cards = new(
        """
        delete from cards where account = @account
            and number < (select min(number) + @limit from cards where account = @account)
        """);

    private static readonly Statement s_done = new("delete from closed_accounts where number = @account");

    /// <summary>Takes out the next few rows.</summary>
    /// <returns><see langword="false"/> when there are none left.</returns>
    public static async ValueTask<bool> StepAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        if (await session.QueryAsync(s_next, row => row.GetInt64(0)) is not [var epoch])
            return false;

        var last = (await session.QueryAsync(s_last, row => Number(row, 0), epoch, AtOnce)).Single();
        if (last is null)
        {
            if (await session.ExecuteAsync(s_cards, epoch, AtOnce) == 0)
            {
                await session.ExecuteAsync(MerchantSql.ForgetCalls, epoch);
                await session.ExecuteAsync(s_done, epoch);
            }

            return true;
        }

        await session.ExecuteAsync(s_attempts, epoch, last);
        await session.ExecuteAsync(s_callbacks, epoch, last);
        await session.ExecuteAsync(s_pages, epoch, last);
        await session.ExecuteAsync(s_payouts, epoch, last);
        return true;
    }

    private static long? Number(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
