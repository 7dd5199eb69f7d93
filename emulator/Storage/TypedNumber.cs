using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A card number that a recipient has typed on a page, as far as it is kept, and what the rules say of it.</summary>
internal sealed record TypedNumber(
    long PaymentId, RecipientTrace Card, int Digits, Outcome Outcome, CallbackPlan Callback, Merchant Merchant, long Account, DateTimeOffset Now)
{
    private static readonly Statement s_find = new(
        $"select {PayoutSql.Columns} {PayoutSql.From} where p.account = @account and p.payment_id = @payment");

    /// <returns>What came of it, or nothing when somebody was faster, it was too late, or the merchant was emptied.</returns>
    public async ValueTask<PayoutDecision.Made?> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        if (await transaction.AccountAsync(Account, Now) is not { } account
            || await session.QueryAsync(s_find, PayoutSql.Read, Account, PaymentId) is not [{ Waits: true } waiting]
            || waiting.StatusAt(Now) != PayoutStatus.Process)
        {
            return null;
        }

        var made = await DecideAsync(session, account, waiting);
        await PayoutSql.TypeAsync(session, made.Payout);

        // What was owed for the case that nobody types anything. After a clock was set back it may have been sent.
        await session.ExecuteAsync(CallbackSql.Drop, Account, PaymentId);
        var sent = (await session.QueryAsync(CallbackSql.CountOfPayout, row => row.GetInt32(0), Account, PaymentId)).Single();
        made = made with { Callbacks = [.. made.Callbacks.Select(owed => owed with { Key = owed.Key with { Number = owed.Key.Number + sent } })] };
        if (sent > 0)
            await session.ExecuteAsync(CallbackSql.NotBefore, made.Payout.SettlesAt.ToUnixTimeMilliseconds(), Account, PaymentId);
        return await account.OweAsync(session, made);
    }

    private async Task<PayoutDecision.Made> DecideAsync(StoreSession session, AccountRow account, Payout waiting)
    {
        if (waiting.Method == PayoutMethod.CardSaving)
        {
            var card = await CardSql.SaveAsync(session, Account, account.Seed, waiting.UserId!, Card, Digits);
            return CardSavingRules.Finish(waiting, card, Merchant, Now);
        }

        var made = PayoutRules.DecideTyped(waiting, Card, Outcome, Callback, Merchant, account.Balance, Now);
        account.Balance = made.Payout.BalanceAfter;
        return made;
    }
}
