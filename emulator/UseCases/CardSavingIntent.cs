using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>A card about to be asked for: by whom, and for which account.</summary>
internal sealed record CardSavingIntent(CardSavingRequest Request, Merchant Merchant, long Epoch, DateTimeOffset Now)
{
    /// <returns>What is kept, or nothing when the merchant was emptied meanwhile.</returns>
    public async ValueTask<Payout?> ApplyAsync(StoreTransaction transaction)
    {
        if (await transaction.LockMerchantAsync(Epoch, Now) is not { } row)
            return null;
        var ledger = new PayoutContext(Epoch, row.Balance, row.Payouts, OrderIsUsed: false, SameKey: null);
        var saving = CardSavingRules.Begin(Request, Merchant, row.Seed, ledger, Now);
        await transaction.AddPayoutAsync(saving);
        await PageSql.InsertAsync(transaction.Session, saving, row.Seed, new HostedPageOptions(Request.BackLink, Framed: false));
        row.Payouts++;
        return saving;
    }
}
