using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A payout about to be decided: what was asked, by whom, for which account, and what the rules say about it.</summary>
internal sealed record PayoutIntent(
    PayoutRequest Request, CardTrace Card, Outcome Outcome, CallbackPlan Callback, Merchant Merchant, long Account, DateTimeOffset Now)
{
    /// <summary>Reads what the decision needs, decides, writes.</summary>
    public async Task<PayoutDecision> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        if (await transaction.AccountAsync(Account, Now) is not { } account)
            return new PayoutDecision.Overtaken();

        var ledger = new Ledger(Account, account.Balance, account.Payouts, await OrderIsUsedAsync(session), await SameKeyAsync(session));
        var decision = PayoutRules.Decide(Request, Card, Outcome, Callback, Merchant, account.Seed, ledger, Now);
        if (decision is not PayoutDecision.Made made)
            return decision;

        await PayoutSql.InsertAsync(session, made.Payout);
        account.Balance = made.Payout.BalanceAfter;
        account.Payouts++;
        await OweAsync(session, account, made.Callbacks);
        return decision;
    }

    private static async Task OweAsync(StoreSession session, AccountRow account, IReadOnlyList<OwedCallback> callbacks)
    {
        if (account.Held && callbacks.FirstOrDefault(callback => callback.State == CallbackState.Owed) is { } next)
        {
            await session.ExecuteAsync(CallbackSql.LetGo, next.DueAt.ToUnixTimeMilliseconds(), account.Number);
            account.Held = false;
        }

        foreach (var owed in callbacks)
        {
            await CallbackSql.InsertAsync(session, owed);
            account.Held |= owed.HeldBy is not null;
        }
    }

    private async Task<bool> OrderIsUsedAsync(StoreSession session) =>
        (await session.QueryAsync(PayoutSql.OrderIsUsed, _ => true, Account, Request.OrderId)).Count > 0;

    private async Task<Payout?> SameKeyAsync(StoreSession session) => Request.IdempotencyKey is { } key
        ? (await session.QueryAsync(PayoutSql.ByKey, PayoutSql.Read, Account, key)).SingleOrDefault()
        : null;
}
