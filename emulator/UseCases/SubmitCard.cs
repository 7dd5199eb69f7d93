using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>
/// Takes the card that a recipient typed on a page: the rules decide the outcome, and the merchant is called back. The number goes no
/// further.
/// </summary>
internal sealed partial class SubmitCard(SandboxStore store, CallbackDelivery delivery, SandboxMetrics metrics, ILogger<SubmitCard> log)
{
    /// <param name="state">Whose page it is.</param>
    /// <param name="waiting">The payout that waits for the card.</param>
    /// <param name="number">The digits of the card.</param>
    /// <param name="cancellation">The caller has gone.</param>
    /// <returns>Whether the card was taken: not when somebody was faster, or it was too late.</returns>
    public async Task<bool> HandleAsync(MerchantState state, Payout waiting, string number, CancellationToken cancellation)
    {
        var (merchant, now) = (state.Merchant, state.Clock.Now);
        var (outcome, plan) = await AskRulesAsync(state, waiting, number);
        var card = new SubmittedCard(waiting.PaymentId, MaskedRecipient.FromCard(number, merchant.Secrets), number.Length, outcome, plan);
        if (await store.ChangeAsync(state.Epoch, transaction => DecideAsync(transaction, state.Epoch, merchant, card, now), cancellation) is not { } made)
            return false;

        LogTyped(merchant.Id, waiting.PaymentId, made.Payout.CardMask!, Describe(made.Payout));
        if (made.Payout.Method == PayoutMethod.ByPage)
        {
            metrics.Asked(OperationNames.TypedCard, made);
            state.Misuse.Typed(made.Payout, now);
        }

        delivery.Start(state, made);
        if (plan.BeforeAnswer)
            await CallbackBeforeAnswer.WaitAsync(store, state, made, cancellation);
        return true;
    }

    // A card that is only saved is paid nothing, so there is nothing to rule on.
    private static async ValueTask<(Outcome Outcome, CallbackPlan Plan)> AskRulesAsync(MerchantState state, Payout waiting, string number)
    {
        if (waiting.Method == PayoutMethod.CardSaving)
            return (Outcome.Success, CallbackPlan.Plain);
        var call = new RuledCall(OperationNames.TypedCard, number, waiting.Amount, waiting.OrderId, waiting.Currency);
        var match = await state.Rules.MatchAsync(call, state.Merchant, state.Seed);
        return (match.Outcome, match.Callback);
    }

    /// <summary>The part inside the transaction.</summary>
    public static async ValueTask<PayoutDecision.Made?> DecideAsync(
        StoreTransaction transaction, long epoch, Merchant merchant, SubmittedCard card, DateTimeOffset now)
    {
        if (await transaction.LockMerchantAsync(epoch, now) is not { } row
            || await transaction.FindPayoutAsync(epoch, card.PaymentId) is not { Waits: true } waiting
            || waiting.StatusAt(now) != PayoutStatus.Process)
        {
            return null;
        }

        PayoutDecision.Made made;
        if (waiting.Method == PayoutMethod.CardSaving)
        {
            var saved = await transaction.SaveCardAsync(row, waiting.UserId!, card.Recipient, card.Digits);
            made = CardSavingRules.Finish(waiting, saved, merchant, now);
        }
        else
        {
            made = PayoutRules.DecideTyped(waiting, card.Recipient, card.Outcome, card.Plan, merchant, row.Balance, now);
            row.Balance = made.Payout.BalanceAfter;
        }

        await transaction.SubmitCardAsync(made.Payout);

        // The callback for the case that nobody types anything. After a clock was set back it may have been sent.
        await transaction.DropPendingCallbacksAsync(epoch, card.PaymentId);
        var sent = await transaction.CountCallbacksAsync(epoch, card.PaymentId);
        made = made with { Callbacks = [.. made.Callbacks.Select(callback => callback with { Key = callback.Key with { Number = callback.Key.Number + sent } })] };
        if (sent > 0)
            await transaction.DelayCallbacksAsync(made.Payout);
        return await transaction.AddCallbacksAsync(row, made);
    }

    private static string Describe(Payout payout) => payout switch
    {
        { Method: PayoutMethod.CardSaving } => "saved",
        { WasInProcess: true } => "process",
        { ErrorCode: { } code } => $"error {code}",
        _ => "ok",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "page of {Merchant} {Payment}: card {Card} typed → {Outcome}")]
    private partial void LogTyped(long merchant, long payment, string card, string outcome);
}

/// <summary>A typed card as far as it is kept, and what the rules say of it.</summary>
internal sealed record SubmittedCard(long PaymentId, MaskedRecipient Recipient, int Digits, Outcome Outcome, CallbackPlan Plan);
