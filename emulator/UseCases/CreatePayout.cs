using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Creates a payout: decides, stores it with its callbacks in one transaction, and has them delivered.</summary>
internal sealed class CreatePayout(SandboxStore store, CallbackDelivery delivery, SandboxMetrics metrics)
{
    /// <param name="state">Whose payout it is.</param>
    /// <param name="merchant">The merchant as it was when the request came.</param>
    /// <param name="operation">The name of the operation that was called, for the metrics.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="match">What the rules say.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task<PayoutDecision> HandleAsync(
        MerchantState state, Merchant merchant, string operation, PayoutRequest request, RuleMatch match, CancellationToken cancellation)
    {
        var now = state.Clock.Now;
        var decision = await store.ChangeAsync(state.Epoch, transaction => DecideAsync(transaction, state.Epoch, merchant, request, match, now), cancellation, request.OrderId);
        metrics.Asked(operation, decision);
        if (decision is PayoutDecision.Made made)
        {
            delivery.Start(state, made);
            if (match.Callback.BeforeAnswer)
                await CallbackBeforeAnswer.WaitAsync(store, state, made, cancellation);
        }

        return decision;
    }

    /// <summary>The part inside the transaction.</summary>
    public static async ValueTask<PayoutDecision> DecideAsync(
        StoreTransaction transaction, long epoch, Merchant merchant, PayoutRequest request, RuleMatch match, DateTimeOffset now)
    {
        if (await transaction.LockMerchantAsync(epoch, now) is not { } row)
            return new PayoutDecision.Overtaken();

        var isTaken = await transaction.Orders.IsTakenAsync(new OrderKey(epoch, request.OrderId));
        var sameKey = request.IdempotencyKey is { } key ? await transaction.FindByKeyAsync(epoch, key) : null;
        var context = new PayoutContext(epoch, row.Balance, row.Payouts, isTaken, sameKey);
        var decision = PayoutRules.Decide(request, match.Outcome, match.Callback, merchant, row.Seed, context, now);
        if (decision is not PayoutDecision.Made made)
            return decision;

        await transaction.AddPayoutAsync(made.Payout);
        row.Balance = made.Payout.BalanceAfter;
        row.Payouts++;
        if (request.Page is { } page)
            await transaction.AddPageAsync(made.Payout, row.Seed, page);

        // The callback for a recipient who types nothing is none that others wait for.
        if (!made.Payout.Waits)
            return await transaction.AddCallbacksAsync(row, made);
        await transaction.AddCallbacksAsync(made.Callbacks);
        return made;
    }
}
