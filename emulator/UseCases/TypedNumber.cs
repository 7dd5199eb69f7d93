using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>A card number that a recipient has typed on a page, as far as it is kept, and what the rules say of it.</summary>
internal sealed record TypedNumber(
    long PaymentId, MaskedRecipient Card, int Digits, Outcome Outcome, CallbackPlan Callback, Merchant Merchant, long Epoch, DateTimeOffset Now)
{
    private static readonly Statement s_find = new(
        $"select {PayoutSql.Columns} {PayoutSql.From} where p.account = @account and p.payment_id = @payment");

    /// <returns>What came of it, or nothing when somebody was faster, it was too late, or the merchant was emptied.</returns>
    public async ValueTask<PayoutDecision.Made?> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        if (await transaction.LockMerchantAsync(Epoch, Now) is not { } row
            || await session.QueryAsync(s_find, PayoutSql.Read, Epoch, PaymentId) is not [{ Waits: true } waiting]
            || waiting.StatusAt(Now) != PayoutStatus.Process)
        {
            return null;
        }

        var made = await DecideAsync(session, row, waiting);
        await PayoutSql.TypeAsync(session, made.Payout);

        // What was owed for the case that nobody types anything. After a clock was set back it may have been sent.
        await session.ExecuteAsync(CallbackSql.Drop, Epoch, PaymentId);
        var sent = (await session.QueryAsync(CallbackSql.CountOfPayout, row => row.GetInt32(0), Epoch, PaymentId)).Single();
        made = made with { Callbacks = [.. made.Callbacks.Select(pending => pending with { Key = pending.Key with { Number = pending.Key.Number + sent } })] };
        if (sent > 0)
            await session.ExecuteAsync(CallbackSql.NotBefore, made.Payout.SettlesAt.ToUnixTimeMilliseconds(), Epoch, PaymentId);
        return await row.AddCallbacksAsync(session, made);
    }

    private async Task<PayoutDecision.Made> DecideAsync(StoreSession session, LockedMerchantRow row, Payout waiting)
    {
        if (waiting.Method == PayoutMethod.CardSaving)
        {
            var card = await CardSql.SaveAsync(session, Epoch, row.Seed, waiting.UserId!, Card, Digits);
            return CardSavingRules.Finish(waiting, card, Merchant, Now);
        }

        var made = PayoutRules.DecideTyped(waiting, Card, Outcome, Callback, Merchant, row.Balance, Now);
        row.Balance = made.Payout.BalanceAfter;
        return made;
    }
}
