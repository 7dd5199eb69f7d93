using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Empties, changes and removes merchants, one at a time, and waits until nobody works for what is gone.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class MerchantReset(MerchantRegistry merchants, MerchantLifecycle lifecycle, CallbackDelivery delivery, UnattributedJournal nobody)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <returns>The merchant's new state, or nothing when there is no such merchant.</returns>
    public async Task<MerchantState?> OneAsync(long merchantId)
    {
        if (await AloneAsync(() => lifecycle.ResetAsync(merchantId)) is not { } change)
            return null;
        await delivery.QuietAsync(change.Old);
        return change.Fresh;
    }

    /// <summary>All merchants, the calls of unknown ones, and the clock that new merchants start with.</summary>
    /// <returns>How many merchants were emptied.</returns>
    public async Task<int> AllAsync()
    {
        await lifecycle.PutStartClockAsync(ClockReading.Machine);
        var count = 0;
        foreach (var state in merchants.All)
            count += await OneAsync(state.Merchant.Id) is null ? 0 : 1;
        nobody.Reset();
        return count;
    }

    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(long merchantId)
    {
        if (await AloneAsync(() => lifecycle.CloseAsync(merchantId)) is not { } state)
            return false;
        await delivery.QuietAsync(state);
        return true;
    }

    /// <summary>Changes a merchant while nobody else does, so that no change is lost to another or to a reset.</summary>
    /// <returns>What the change says, or nothing when there is no such merchant.</returns>
    public Task<T?> ChangeAsync<T>(long merchantId, Func<MerchantState, Task<T>> change)
        where T : class => AloneAsync(async () => merchants.Find(merchantId) is { } state ? await change(state) : null);

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
