using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Makes a payout in process final now, and has its callback delivered.</summary>
internal sealed class SettlePayout(SandboxStore store, CallbackDelivery delivery)
{
    /// <param name="state">Whose payout it is.</param>
    /// <param name="paymentId">Which one.</param>
    /// <param name="errorCode">How it ends: a code, 0 for success, or <see langword="null"/> for what was decided when it was made.</param>
    /// <param name="cancellation">The caller has gone.</param>
    /// <returns>The payout and, where it stays as it was, why; <see langword="null"/> when there is no such payout.</returns>
    public async Task<SettleDecision?> HandleAsync(MerchantState state, long paymentId, int? errorCode, CancellationToken cancellation)
    {
        var (merchant, now) = (state.Merchant, state.Clock.Now);
        var (decision, queues) = await store.ChangeAsync(
            state.Epoch, transaction => DecideAsync(transaction, state.Epoch, merchant, paymentId, errorCode, now), cancellation);
        if (decision is { Conflict: null })
            delivery.Start(state, queues, now);
        return decision;
    }

    /// <summary>The part inside the transaction.</summary>
    public static async ValueTask<(SettleDecision? Decision, IReadOnlyList<string> Queues)> DecideAsync(
        StoreTransaction transaction, long epoch, Merchant merchant, long paymentId, int? errorCode, DateTimeOffset now)
    {
        if (await transaction.LockMerchantAsync(epoch, now) is null || await transaction.FindPayoutAsync(epoch, paymentId) is not { Method: not PayoutMethod.CardSaving } payout)
            return (null, []);
        var decision = SettleRules.Decide(payout, errorCode, merchant, now);
        if (decision.Conflict is not null)
            return (decision, []);

        var settled = decision.Payout;
        await transaction.SettleAsync(settled);
        if (!decision.CallsBack)
        {
            if (settled.PostLink is not null)
                await transaction.DropPendingCallbacksAsync(epoch, paymentId);
            return (decision, []);
        }

        if (await transaction.CountCallbacksAsync(epoch, paymentId) > 0)
            return (decision, await transaction.MoveCallbacksAsync(epoch, paymentId, now - payout.SettlesAt, now));
        var callback = PendingCallback.From(settled, number: 1, merchant.Schedule.First(now));
        await transaction.AddCallbacksAsync([callback]);
        return (decision, [callback.Queue]);
    }
}
