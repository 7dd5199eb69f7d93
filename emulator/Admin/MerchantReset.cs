using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Empties, changes and removes merchants, one at a time, and waits until nobody works for what is gone.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class MerchantReset(MerchantBook merchants, Accounts accounts, CallbackDelivery delivery, NobodysJournal nobody)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <returns>The merchant's new account, or nothing when there is no such merchant.</returns>
    public async Task<Account?> OneAsync(long merchantId)
    {
        if (await AloneAsync(() => accounts.ResetAsync(merchantId)) is not { } change)
            return null;
        await delivery.QuietAsync(change.Old);
        return change.Fresh;
    }

    /// <summary>All merchants, the calls of unknown ones, and the clock that new merchants start with.</summary>
    /// <returns>How many merchants were emptied.</returns>
    public async Task<int> AllAsync()
    {
        await accounts.PutStartClockAsync(ClockReading.Machine);
        var count = 0;
        foreach (var account in merchants.All)
            count += await OneAsync(account.Merchant.Id) is null ? 0 : 1;
        nobody.Reset();
        return count;
    }

    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(long merchantId)
    {
        if (await AloneAsync(() => accounts.CloseAsync(merchantId)) is not { } account)
            return false;
        await delivery.QuietAsync(account);
        return true;
    }

    /// <summary>Changes a merchant while nobody else does, so that no change is lost to another or to a reset.</summary>
    /// <returns>What the change says, or nothing when there is no such merchant.</returns>
    public Task<T?> ChangeAsync<T>(long merchantId, Func<Account, Task<T>> change)
        where T : class => AloneAsync(async () => merchants.Find(merchantId) is { } account ? await change(account) : null);

    private async Task<T> AloneAsync<T>(Func<Task<T>> work)
    {
        await _changing.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _changing.Release();
        }
    }
}
