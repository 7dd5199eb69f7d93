using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What merchants have between two resets: their balance, their clock, their rules.</summary>
internal sealed class AccountStore(StoreAccess access)
{
    /// <summary>The numbers by which clocks are held begin here.</summary>
    private const long ClockHolds = 7_076_682L << 32;

    /// <summary>Gives a merchant its account: the one it has from before, or else a new one with that seed and clock.</summary>
    public Task<StoredAccount> OpenAsync(Merchant merchant, Seed seed, ClockReading clock) => access.WriteAsync(
        async transaction => await transaction.AccountOfAsync(merchant, seed, clock), CancellationToken.None);

    /// <summary>Closes an account and opens an empty one in its place, in one step.</summary>
    /// <returns>The new one, or nothing when the account was closed before.</returns>
    public async Task<StoredAccount?> RenewAsync(long number, Merchant merchant, Seed seed, ClockReading clock)
    {
        var renewed = await access.WriteAsync<StoredAccount?>(
            async transaction => await transaction.CloseAccountAsync(number) ? await transaction.OpenAccountAsync(merchant, seed, clock) : null,
            CancellationToken.None,
            number);
        access.Sweep();
        return renewed;
    }

    /// <summary>Closes the account of a merchant that is removed.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> CloseAsync(long number)
    {
        var closed = await access.WriteAsync(
            async transaction =>
            {
                await transaction.Session.ExecuteAsync(MerchantSql.RememberIdOfAccount, number);
                await transaction.Session.ExecuteAsync(MerchantSql.DeleteOfAccount, number);
                return await transaction.CloseAccountAsync(number);
            },
            CancellationToken.None,
            number);
        access.Sweep();
        return closed;
    }

    /// <summary>The payout balance of an account at a moment; nothing when the account is closed.</summary>
    public async Task<Amount?> BalanceAsync(long account, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await access.ReadAsync(
            session => session.QueryAsync(
                AccountSql.Balance, row => new Amount(row.GetInt64(0)), now.ToUnixTimeMilliseconds(), account),
            cancellation);
        return rows is [var balance] ? balance : null;
    }

    /// <summary>Sets the payout balance of an account to what it shall be at that moment.</summary>
    public Task<bool> SetBalanceAsync(long account, Amount balance, DateTimeOffset now) => access.ChangeAsync(
        account,
        async transaction =>
        {
            if (await transaction.AccountAsync(account, now) is not { } row)
                return false;
            row.Balance = balance;
            return true;
        },
        CancellationToken.None);

    public Task KeepClockAsync(long account, ClockReading clock) => access.WriteAsync(
        async transaction =>
        {
            var merchants = await transaction.Session.QueryAsync(
                AccountSql.KeepClock, row => row.GetInt64(0), (long)clock.Ahead.TotalMilliseconds, clock.Standing?.ToUnixTimeMilliseconds(), account);
            foreach (var merchant in merchants)
                transaction.Tell(StoreNews.OfMerchant(merchant));
            return merchants;
        },
        CancellationToken.None,
        account);

    /// <summary>Keeps the other sandboxes from moving an account's clock, until what is returned is disposed of.</summary>
    /// <returns>Nothing when there are no others.</returns>
    public Task<IAsyncDisposable?> HoldClockAsync(long account, CancellationToken cancellation) => access.HoldAsync(ClockHolds + account, cancellation);

    /// <summary>Gives an account other rules, or those that a sandbox starts with.</summary>
    /// <returns>How often that was done, or nothing when the account is closed.</returns>
    public Task<int?> PutRulesAsync(long account, string? rules) => access.WriteAsync<int?>(
        async transaction =>
        {
            await transaction.Session.PostAsync(MerchantSql.ForgetCalls, account);
            if (await transaction.Session.QueryAsync(MerchantSql.PutRules, row => (row.GetInt64(0), row.GetInt32(1)), rules, account) is not [var (merchant, put)])
                return null;
            transaction.Tell(StoreNews.OfMerchant(merchant));
            return put;
        },
        CancellationToken.None,
        account);

    /// <summary>Counts a call of one of an account's rules, whoever was called.</summary>
    /// <returns>The how-many-th it is, from 1.</returns>
    public Task<long> CountCallAsync(long account, int put, int rule) => access.WriteAsync(
        async transaction => (await transaction.Session.QueryAsync(MerchantSql.CountCall, row => row.GetInt64(0), account, put, rule)) is [var calls] ? calls : 1,
        CancellationToken.None,
        account);
}
