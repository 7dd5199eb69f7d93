using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Empties merchants, and waits until nobody works for what is gone.</summary>
internal sealed class MerchantReset(MerchantBook merchants, Accounts accounts, CallbackDelivery delivery, NobodysJournal nobody)
{
    /// <returns>The merchant's new account, or nothing when there is no such merchant.</returns>
    public async Task<Account?> OneAsync(long merchantId)
    {
        if (await accounts.ResetAsync(merchantId) is not { } change)
            return null;
        await delivery.QuietAsync(change.Old);
        return change.Fresh;
    }

    /// <summary>All merchants, the calls of unknown ones, and the clock that new merchants start with.</summary>
    /// <returns>How many merchants were emptied.</returns>
    public async Task<int> AllAsync()
    {
        accounts.StartClock = ClockReading.Machine;
        var count = 0;
        foreach (var account in merchants.All)
            count += await OneAsync(account.Merchant.Id) is null ? 0 : 1;
        nobody.Reset();
        return count;
    }

    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(long merchantId)
    {
        if (await accounts.CloseAsync(merchantId) is not { } account)
            return false;
        await delivery.QuietAsync(account);
        return true;
    }
}
