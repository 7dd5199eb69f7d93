using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Decisions;

/// <summary>The decisions on the saving of a card (M-9), pure. It is kept among the payouts, as one of nothing.</summary>
internal static class CardSavingRules
{
    /// <summary>How long a card can be typed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static Payout Begin(CardSavingRequest request, Merchant merchant, Seed seed, PayoutContext ledger, DateTimeOffset now)
    {
        var paymentId = seed.PaymentId(merchant.Id, ledger.Number);
        return new Payout
        {
            MerchantId = merchant.Id,
            Epoch = ledger.Epoch,
            PaymentId = paymentId,
            Method = PayoutMethod.CardSaving,
            OrderId = "",
            Amount = Amount.Zero,
            AmountText = "",
            Commission = Amount.Zero,
            BalanceAfter = ledger.Balance,
            Currency = merchant.Currency,
            UserId = request.UserId,
            PostLink = request.PostLink,
            TraceParent = request.TraceParent,
            Reference = seed.Reference(paymentId),
            CreatedAt = now,
            SettlesAt = now + Lifetime,
            ErrorCode = GatewayError.TimeIsUp,
        };
    }

    /// <summary>The card was typed: it has a token, and the merchant is told.</summary>
    public static PayoutDecision.Made Finish(Payout waiting, SavedCard card, Merchant merchant, DateTimeOffset now)
    {
        var saved = waiting with { Recipient = card.Trace, CardToken = card.Token, SettlesAt = now, ErrorCode = null };
        return new PayoutDecision.Made(saved, PendingCallback.From(saved, CallbackPlan.Plain, merchant.Schedule));
    }
}
