using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Pages;

/// <summary>Takes the card that a recipient has typed: the rules say what comes of it, the merchant is called back. The number goes no further.</summary>
internal sealed partial class CardTyping(SandboxStore store, CallbackDelivery delivery, SandboxMetrics metrics, ILogger<CardTyping> log)
{
    /// <returns>Whether it was taken: not when somebody was faster, or it was too late.</returns>
    public async Task<bool> TakeAsync(Account account, Payout waiting, string number, CancellationToken cancellation)
    {
        var merchant = account.Merchant;
        var (outcome, plan) = await RulingOfAsync(account, waiting, number);
        var typed = new TypedNumber(
            waiting.PaymentId, RecipientTrace.OfCard(number, merchant.Secrets), number.Length, outcome, plan, merchant, account.Number, account.Clock.Now);
        if (await store.Cards.TypeAsync(typed, cancellation) is not { } made)
            return false;

        LogTyped(merchant.Id, waiting.PaymentId, made.Payout.CardMask!, Outcome(made.Payout));
        if (made.Payout.Method == PayoutMethod.ByPage)
        {
            metrics.Asked(GatewayMethods.TypedCard, made);
            account.Watch.Typed(made.Payout, typed.Now);
        }

        delivery.Nudge(account, made);
        account.Pulse.Beat();
        if (plan.BeforeAnswer)
            await CallbackFirst.WaitAsync(store, account, made, cancellation);
        return true;
    }

    // A card that is only saved is paid nothing, so there is nothing to rule on.
    private static async ValueTask<(Outcome Outcome, CallbackPlan Plan)> RulingOfAsync(Account account, Payout waiting, string number)
    {
        if (waiting.Method == PayoutMethod.CardSaving)
            return (Rules.Outcome.Success, CallbackPlan.Plain);
        var call = new RuledCall(GatewayMethods.TypedCard, number, waiting.Amount, waiting.OrderId, waiting.Currency);
        var match = await account.Rules.MatchAsync(call, account.Merchant, account.Seed);
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
