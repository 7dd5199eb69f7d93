using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>A payout about to be decided: what was asked, by whom, for which account, and what the rules say about it.</summary>
internal sealed record PayoutIntent(
    PayoutRequest Request, Outcome Outcome, CallbackPlan Callback, Merchant Merchant, long Epoch, DateTimeOffset Now)
{
    /// <summary>Reads what the decision needs, decides, writes.</summary>
    public async ValueTask<PayoutDecision> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        if (await transaction.LockMerchantAsync(Epoch, Now) is not { } row)
            return new PayoutDecision.Overtaken();

        var isTaken = await transaction.Orders.IsTakenAsync(new OrderKey(Epoch, Request.OrderId));
        var ledger = new PayoutContext(Epoch, row.Balance, row.Payouts, isTaken, await SameKeyAsync(session));
        var decision = PayoutRules.Decide(Request, Outcome, Callback, Merchant, row.Seed, ledger, Now);
        if (decision is not PayoutDecision.Made made)
            return decision;

        await transaction.AddPayoutAsync(made.Payout);
        row.Balance = made.Payout.BalanceAfter;
        row.Payouts++;
        if (Request.Page is { } page)
            await PageSql.InsertAsync(session, made.Payout, row.Seed, page);

        // What a payout owes when its recipient types nothing is no callback that others wait for.
        if (made.Payout.Waits)
            await CallbackSql.InsertAllAsync(session, made.Callbacks);
        else
            made = await row.AddCallbacksAsync(session, made);
        return made;
    }

    private async Task<Payout?> SameKeyAsync(StoreSession session) => Request.IdempotencyKey is { } key
        ? (await session.QueryAsync(PayoutSql.ByKey, PayoutSql.Read, Epoch, key)).SingleOrDefault()
        : null;
}
