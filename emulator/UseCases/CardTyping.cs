using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Takes the card that a recipient has typed: the rules say what comes of it, the merchant is called back. The number goes no further.</summary>
internal sealed partial class CardTyping(SandboxStore store, CallbackDelivery delivery, SandboxMetrics metrics, ILogger<CardTyping> log)
{
    /// <returns>Whether it was taken: not when somebody was faster, or it was too late.</returns>
    public async Task<bool> TakeAsync(MerchantState state, Payout waiting, string number, CancellationToken cancellation)
    {
        var merchant = state.Merchant;
        var (outcome, plan) = await RulingOfAsync(state, waiting, number);
        var typed = new TypedNumber(
            waiting.PaymentId, MaskedRecipient.FromCard(number, merchant.Secrets), number.Length, outcome, plan, merchant, state.Epoch, state.Clock.Now);
        if (await store.Cards.TypeAsync(typed, cancellation) is not { } made)
            return false;

        LogTyped(merchant.Id, waiting.PaymentId, made.Payout.CardMask!, Outcome(made.Payout));
        if (made.Payout.Method == PayoutMethod.ByPage)
        {
            metrics.Asked(GatewayMethods.TypedCard, made);
            state.Misuse.Typed(made.Payout, typed.Now);
        }

        delivery.Nudge(state, made);
        state.Changes.Notify();
        if (plan.BeforeAnswer)
            await CallbackBeforeAnswer.WaitAsync(store, state, made, cancellation);
        return true;
    }

    // A card that is only saved is paid nothing, so there is nothing to rule on.
    private static async ValueTask<(Outcome Outcome, CallbackPlan Plan)> RulingOfAsync(MerchantState state, Payout waiting, string number)
    {
        if (waiting.Method == PayoutMethod.CardSaving)
            return (Rules.Outcome.Success, CallbackPlan.Plain);
        var call = new RuledCall(GatewayMethods.TypedCard, number, waiting.Amount, waiting.OrderId, waiting.Currency);
        var match = await state.Rules.MatchAsync(call, state.Merchant, state.Seed);
        return (match.Outcome, match.Callback);
    }

    private static string Outcome(Payout payout) => payout switch
    {
        { Method: PayoutMethod.CardSaving } => "saved",
        { WasInProcess: true } => "process",
        { ErrorCode: { } code } => $"error {code}",
        _ => "ok",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "page of {Merchant} {Payment}: card {Card} typed → {Outcome}")]
    private partial void LogTyped(long merchant, long payment, string card, string outcome);
}
