using System.Data.Common;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>One transaction that many callers share. Their merchants' rows are locked at first use and written at the end.</summary>
internal sealed class StoreTransaction(StoreSession session)
{
    private readonly Dictionary<long, MerchantAccount> _accounts = [];

    public StoreSession Session => session;

    /// <summary>The merchant's account with all that came back until now booked.</summary>
    public async ValueTask<MerchantAccount> AccountAsync(long merchantId, DateTimeOffset now)
    {
        if (_accounts.TryGetValue(merchantId, out var account))
            return account;

        var rows = await session.QueryAsync(MerchantSql.Lock, ReadAccount, merchantId);
        (account, var nextReturn) = rows.Count == 1 ? rows[0] : throw new InvalidOperationException($"Merchant {merchantId} is not in the store.");
        if (nextReturn <= now.ToUnixTimeMilliseconds())
        {
            var returned = await session.QueryAsync(
                MerchantSql.BookReturns, row => new Amount(row.GetInt64(0)), merchantId, now.ToUnixTimeMilliseconds());
            foreach (var amount in returned)
                account.Balance += amount;
        }

        _accounts.Add(merchantId, account);
        return account;
    }

    private static (MerchantAccount Account, long? NextReturn) ReadAccount(DbDataReader row) => (
        new MerchantAccount(row.GetInt64(0), new Seed(row.GetInt64(1)), new Amount(row.GetInt64(2)), row.GetInt64(3)),
        row.IsDBNull(4) ? null : row.GetInt64(4));

    public async Task FlushAsync()
    {
        foreach (var account in _accounts.Values)
            await session.ExecuteAsync(MerchantSql.Update, account.Balance.Minor, account.Payouts, account.Id);
    }
}
