using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Somebody's wish that a callback is sent once more. The admin API and the dashboard ask the same question here.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Now">By the merchant's clock.</param>
internal sealed record Resending(CallbackKey Key, DateTimeOffset Now)
{
    private static readonly Statement s_payout = new(
        $"select {PayoutSql.Columns} {PayoutSql.From} where p.account = @account and p.payment_id = @payment");

    public async ValueTask<ResendResult> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;

        // A payout in process has no outcome: a callback that told one would be believed, and used up.
        if (await session.QueryAsync(s_payout, PayoutSql.Read, Key.Epoch, Key.PaymentId) is [var payout] && payout.StatusAt(Now) == PayoutStatus.Process)
            return new ResendResult(null, payout);
        var queues = await session.QueryAsync(
            CallbackSql.Resend, row => row.GetString(0), Now.ToUnixTimeMilliseconds(), Key.Epoch, Key.PaymentId, Key.Number);
        return new ResendResult(queues.SingleOrDefault(), null);
    }
}
