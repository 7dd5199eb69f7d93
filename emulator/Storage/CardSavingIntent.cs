using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A card about to be asked for: by whom, and for which account.</summary>
internal sealed record CardSavingIntent(CardSavingRequest Request, Merchant Merchant, long Account, DateTimeOffset Now)
{
    /// <returns>What is kept, or nothing when the merchant was emptied meanwhile.</returns>
    public async ValueTask<Payout?> ApplyAsync(StoreTransaction transaction)
    {
        if (await transaction.AccountAsync(Account, Now) is not { } account)
            return null;
        var ledger = new Ledger(Account, account.Balance, account.Payouts, OrderIsUsed: false, SameKey: null);
        var saving = CardSavingRules.Begin(Request, Merchant, account.Seed, ledger, Now);
        await transaction.AddPayoutAsync(saving);
        await PageSql.InsertAsync(transaction.Session, saving, account.Seed, new PageWish(Request.BackLink, Framed: false));
        account.Payouts++;
        return saving;
    }
}
