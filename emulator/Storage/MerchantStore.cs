using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The merchants that were made or changed while sandboxes ran, as those see them who share the store.</summary>
internal sealed class MerchantStore(StoreAccess access)
{
    /// <summary>
    /// Takes in a merchant that nobody has made yet, and gives it its epoch: the one that its id has from before, or else a new one.
    /// </summary>
    /// <returns>Nothing when somebody has made it.</returns>
    public Task<StoredMerchantState?> AddAsync(Merchant merchant, string settings, Seed seed, ClockReading clock) => access.WriteAsync(
        async transaction => await transaction.Session.ExecuteAsync(MerchantSql.Add, merchant.Id, settings) == 0
            ? null
            : await transaction.FindOrOpenEpochAsync(merchant, seed, clock),
        CancellationToken.None);

    /// <summary>An id that no merchant has had in this store, not even one that was removed; it is not given out again.</summary>
    public Task<long> NextIdAsync() => access.WriteAsync(
        async transaction =>
        {
            while (true)
            {
                var id = (await transaction.Session.QueryAsync(MerchantSql.NextId, row => row.GetInt64(0))).Single();
                if (await transaction.Session.ScalarAsync(MerchantSql.IdWasUsed, id) is null)
                    return id;
            }
        },
        CancellationToken.None);

    /// <summary>Keeps what a merchant was changed to.</summary>
    public Task PutAsync(long id, string settings) => access.WriteAsync(
        transaction =>
        {
            transaction.Tell(StoreChange.OfMerchant(id));
            return transaction.Session.ExecuteAsync(MerchantSql.Put, id, settings);
        },
        CancellationToken.None);

    /// <summary>A merchant as those see it who share the store.</summary>
    public async Task<StoredMerchant?> FindAsync(long id, CancellationToken cancellation) =>
        (await access.ReadAsync(session => session.QueryAsync(MerchantSql.One, MerchantSql.Read, id), cancellation)).SingleOrDefault();

    /// <summary>All merchants that have epochs, as those see them who share the store.</summary>
    public async Task<IReadOnlyList<StoredMerchant>> AllAsync(CancellationToken cancellation) =>
        await access.ReadAsync(session => session.QueryAsync(MerchantSql.All, MerchantSql.Read), cancellation);

    /// <summary>The clock that new merchants start with, as those who share the store have moved it.</summary>
    public async Task<ClockReading> StartClockAsync(CancellationToken cancellation) => (await access.ReadAsync(
        session => session.QueryAsync(MerchantSql.StartClock, row => MerchantSql.ReadClock(row, first: 0)), cancellation)).Single();

    public Task KeepStartClockAsync(ClockReading clock) => access.WriteAsync(
        transaction =>
        {
            transaction.Tell(new StoreChange(StoreChangeKind.StartClock));
            return transaction.Session.ExecuteAsync(
                MerchantSql.KeepStartClock, (long)clock.Ahead.TotalMilliseconds, clock.Frozen?.ToUnixTimeMilliseconds());
        },
        CancellationToken.None);
}

/// <summary>A merchant that has an epoch, as those see it who share the store.</summary>
/// <param name="Id">The merchant's.</param>
/// <param name="Account">The epoch it has now.</param>
/// <param name="Sealed">Its settings and secrets, sealed, where it was made or changed while sandboxes ran.</param>
internal sealed record StoredMerchant(long Id, StoredMerchantState Account, string? Sealed);

/// <summary>What a store says of a merchant's epoch when it is opened.</summary>
/// <param name="Epoch">Under which all that belongs to it is kept.</param>
/// <param name="Seed">Of its chance.</param>
/// <param name="Clock">Where its clock is.</param>
/// <param name="Rules">Its rules, where they were put.</param>
internal sealed record StoredMerchantState(long Epoch, Seed Seed, ClockReading Clock, StoredRules Rules = default);

/// <summary>The rules of an epoch as a shared store keeps them.</summary>
/// <param name="Sealed">The rules, sealed; nothing for those that a sandbox starts with.</param>
/// <param name="Put">How often they were put: counts begin anew each time.</param>
internal readonly record struct StoredRules(string? Sealed, int Put);
