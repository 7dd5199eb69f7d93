using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What merchants have between two resets: their balance, their clock, their rules.</summary>
internal sealed class MerchantStateStore(StoreAccess access)
{
    /// <summary>The numbers by which clocks are held begin here.</summary>
    private const long ClockHolds = 7_076_682L << 32;

    /// <summary>Gives a merchant its epoch: the one it has from before, or else a new one with that seed and clock.</summary>
    public Task<StoredMerchantState> OpenAsync(Merchant merchant, Seed seed, ClockReading clock) => access.WriteAsync(
        async transaction => await transaction.FindOrOpenEpochAsync(merchant, seed, clock), CancellationToken.None);

    /// <summary>Closes an epoch and opens an empty one in its place, in one step.</summary>
    /// <returns>The new one, or nothing when the epoch was closed before.</returns>
    public async Task<StoredMerchantState?> RenewAsync(long number, Merchant merchant, Seed seed, ClockReading clock)
    {
        var renewed = await access.WriteAsync<StoredMerchantState?>(
            async transaction => await transaction.CloseEpochAsync(number) ? await transaction.OpenEpochAsync(merchant, seed, clock) : null,
            CancellationToken.None,
            number);
        access.Sweep();
        return renewed;
    }

    /// <summary>Closes the epoch of a merchant that is removed.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> CloseAsync(long number)
    {
        var closed = await access.WriteAsync(
            async transaction =>
            {
                await transaction.Session.ExecuteAsync(MerchantSql.RememberIdOfEpoch, number);
                await transaction.Session.ExecuteAsync(MerchantSql.DeleteOfEpoch, number);
                return await transaction.CloseEpochAsync(number);
            },
            CancellationToken.None,
            number);
        access.Sweep();
        return closed;
    }

    /// <summary>The payout balance of an epoch at a moment; nothing when the epoch is closed.</summary>
    public async Task<Amount?> BalanceAsync(long epoch, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await access.ReadAsync(
            session => session.QueryAsync(
                MerchantStateSql.Balance, row => new Amount(row.GetInt64(0)), now.ToUnixTimeMilliseconds(), epoch),
            cancellation);
        return rows is [var balance] ? balance : null;
    }

    /// <summary>Sets the payout balance of an epoch to what it shall be at that moment.</summary>
    public Task<bool> SetBalanceAsync(long epoch, Amount balance, DateTimeOffset now) => access.ChangeAsync(
        epoch,
        async transaction =>
        {
            if (await transaction.LockMerchantAsync(epoch, now) is not { } row)
                return false;
            row.Balance = balance;
            return true;
        },
        CancellationToken.None);

    public Task KeepClockAsync(long epoch, ClockReading clock) => access.WriteAsync(
        async transaction =>
        {
            var merchants = await transaction.Session.QueryAsync(
                MerchantStateSql.KeepClock, row => row.GetInt64(0), (long)clock.Ahead.TotalMilliseconds, clock.Frozen?.ToUnixTimeMilliseconds(), epoch);
            foreach (var merchant in merchants)
                transaction.Tell(StoreChange.OfMerchant(merchant));
            return merchants;
        },
        CancellationToken.None,
        epoch);

    /// <summary>Keeps the other sandboxes from moving an epoch's clock, until what is returned is disposed of.</summary>
    /// <returns>Nothing when there are no others.</returns>
    public Task<IAsyncDisposable?> HoldClockAsync(long epoch, CancellationToken cancellation) => access.HoldAsync(ClockHolds + epoch, cancellation);

    /// <summary>Gives an epoch other rules, or those that a sandbox starts with.</summary>
    /// <returns>How often that was done, or nothing when the epoch is closed.</returns>
    public Task<int?> PutRulesAsync(long epoch, string? rules) => access.WriteAsync<int?>(
        async transaction =>
        {
            await transaction.Session.PostAsync(MerchantSql.ForgetCalls, epoch);
            if (await transaction.Session.QueryAsync(MerchantSql.PutRules, row => (row.GetInt64(0), row.GetInt32(1)), rules, epoch) is not [var (merchant, put)])
                return null;
            transaction.Tell(StoreChange.OfMerchant(merchant));
            return put;
        },
        CancellationToken.None,
        epoch);

    /// <summary>Counts a call of one of a merchant's rules, on whichever sandbox.</summary>
    /// <returns>The how-many-th it is, from 1.</returns>
    public Task<long> CountCallAsync(long epoch, int put, int rule) => access.WriteAsync(
        async transaction => (await transaction.Session.QueryAsync(MerchantSql.CountCall, row => row.GetInt64(0), epoch, put, rule)) is [var calls] ? calls : 1,
        CancellationToken.None,
        epoch);
}
