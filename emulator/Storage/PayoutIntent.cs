using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A payout about to be decided: what was asked, by whom, and what the rules say about the card.</summary>
internal sealed record PayoutIntent(PayoutRequest Request, CardTrace Card, Outcome Outcome, Merchant Merchant, DateTimeOffset Now)
{
    /// <summary>Reads what the decision needs, decides, writes.</summary>
    public async Task<PayoutDecision> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var account = await transaction.AccountAsync(Merchant.Id, Now);
        var ledger = new Ledger(account.Balance, account.Payouts, await OrderIsUsedAsync(session), await SameKeyAsync(session));
        var decision = PayoutRules.Decide(Request, Card, Outcome, Merchant, account.Seed, ledger, Now);
        if (decision is not PayoutDecision.Made made)
            return decision;

        await PayoutSql.InsertAsync(session, made.Payout);
        account.Balance = made.Payout.BalanceAfter;
        account.Payouts++;
        if (made.Callback is { } owed)
            await CallbackSql.InsertAsync(session, owed);

        return decision;
    }

    private async Task<bool> OrderIsUsedAsync(StoreSession session) =>
        (await session.QueryAsync(PayoutSql.OrderIsUsed, _ => true, Merchant.Id, Request.OrderId)).Count > 0;

    private async Task<Payout?> SameKeyAsync(StoreSession session) => Request.IdempotencyKey is { } key
        ? (await session.QueryAsync(PayoutSql.ByKey, PayoutSql.Read, Merchant.Id, key)).SingleOrDefault()
        : null;
}
