using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Somebody's word that a payout in process is final now, and perhaps how.</summary>
/// <param name="Epoch">Whose payout.</param>
/// <param name="Merchant">The merchant.</param>
/// <param name="PaymentId">Which one.</param>
/// <param name="ErrorCode">How it ends: a code, 0 for success, or nothing for what was decided when it was made.</param>
/// <param name="Now">By the merchant's clock.</param>
internal sealed record Settlement(long Epoch, Merchant Merchant, long PaymentId, int? ErrorCode, DateTimeOffset Now)
{
    private static readonly IReadOnlyList<string> s_none = [];

    public async ValueTask<SettlementResult> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var query = new PayoutQuery(Epoch, Now) { PaymentId = PaymentId };
        if (await transaction.LockMerchantAsync(Epoch, Now) is null || await query.RunAsync(session) is not [var payout])
            return SettlementResult.None;
        if (payout.StatusAt(Now) != PayoutStatus.Process)
            return new SettlementResult(payout, SettleConflict.Final, s_none);

        // Nobody knows where the money would go.
        if (payout.Waits && ErrorCode == 0)
            return new SettlementResult(payout, SettleConflict.NoRecipient, s_none);

        var settled = payout with { SettlesAt = Now, ErrorCode = ErrorCode is { } code ? (code == 0 ? null : code) : payout.ErrorCode };

        // One in process that fails brings its money back now, and the next payout books it.
        await session.ExecuteAsync(
            PayoutSql.Settle, Now.ToUnixTimeMilliseconds(), settled.ErrorCode, settled.ComesBack ? 1 : 0, Epoch, PaymentId);
        return new SettlementResult(settled, null, await OweAsync(session, payout, settled));
    }

    private async Task<IReadOnlyList<string>> OweAsync(StoreSession session, Payout payout, Payout settled)
    {
        if (settled.PostLink is null)
            return s_none;
        if (settled.ErrorCode is not null && Merchant.Switches.FailedCallbacks == FailedCallbacks.Skip)
        {
            await session.ExecuteAsync(CallbackSql.Drop, Epoch, PaymentId);
            return s_none;
        }

        var pending = await session.QueryAsync(CallbackSql.AnyOfPayout, row => row.GetInt32(0), Epoch, PaymentId);
        if (pending.Count == 0)
        {
            var callback = PendingCallback.From(settled, number: 1, Merchant.Schedule.First(Now));
            await CallbackSql.InsertAsync(session, callback);
            return [callback.Queue];
        }

        var earlier = (long)(Now - payout.SettlesAt).TotalMilliseconds;
        return await session.QueryAsync(
            CallbackSql.Move, row => row.GetString(0), earlier, Now.ToUnixTimeMilliseconds(), Epoch, PaymentId);
    }
}
