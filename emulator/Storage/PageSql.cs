using System.Data.Common;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on pages.</summary>
internal static class PageSql
{
    private static readonly Statement s_insert = new(
        "insert into pages (account, ticket, payment_id, back_link, framed) values (@account, @ticket, @payment, @back_link, @framed)");

    private static readonly Statement s_find = new(
        $"""
        select {PayoutSql.Columns}, g.back_link, g.framed {PayoutSql.From}
            join pages g on g.account = p.account and g.payment_id = p.payment_id
        where g.account = @account and g.ticket = @ticket
        """);

    public static ValueTask InsertAsync(StoreSession session, Payout payout, Seed seed, HostedPageOptions page) => session.PostAsync(
        s_insert, payout.Epoch, seed.Ticket(payout.PaymentId), payout.PaymentId, page.BackLink, page.Framed ? 1 : 0);

    public static async Task<StoredPage?> FindAsync(StoreSession session, long epoch, string ticket) =>
        (await session.QueryAsync(s_find, Read, epoch, ticket)).SingleOrDefault();

    private static StoredPage Read(DbDataReader row) => new(
        PayoutSql.Read(row),
        new HostedPageOptions(
            row.IsDBNull(PayoutSql.ColumnCount) ? null : row.GetString(PayoutSql.ColumnCount),
            row.GetInt32(PayoutSql.ColumnCount + 1) != 0));
}
