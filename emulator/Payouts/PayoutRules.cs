using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>The decisions on a payout, pure: idempotency, duplicate order, balance, card, in the order of section 3.3.</summary>
internal static class PayoutRules
{
    public static PayoutDecision Decide(
        PayoutRequest request, CardTrace card, Outcome outcome, CallbackPlan plan, Merchant merchant, Seed seed, Ledger ledger, DateTimeOffset now)
    {
        if (ledger.SameKey is { } first)
        {
            return string.Equals(first.Fingerprint, card.Fingerprint, StringComparison.Ordinal)
                ? new PayoutDecision.Repeated(first)
                : new PayoutDecision.Refused(Refusal.InvalidField);
        }

        if (ledger.OrderIsUsed && merchant.Switches.DuplicateOrder == DuplicateOrder.Refuse)
            return new PayoutDecision.Refused(Refusal.DuplicateOrder);

        var commission = request.Amount.Percent(merchant.CommissionPercent);
        if (request.Amount + commission > ledger.Balance)
            outcome = new Outcome(GatewayError.BalanceTooLow, InProcess: false);

        var payout = Make(request, card, outcome, merchant, seed, ledger, commission, now);
        var owesCallback = payout.ErrorCode is null || merchant.Switches.FailedCallbacks == FailedCallbacks.Send;
        return new PayoutDecision.Made(payout, owesCallback ? OwedCallback.Of(payout, plan, merchant.Schedule) : []);
    }

    private static Payout Make(
        PayoutRequest request, CardTrace card, Outcome outcome, Merchant merchant, Seed seed, Ledger ledger, Amount commission, DateTimeOffset now)
    {
        var paymentId = seed.PaymentId(merchant.Id, ledger.Number);
        var payout = new Payout
        {
            MerchantId = merchant.Id,
            Account = ledger.Account,
            PaymentId = paymentId,
            OrderId = request.OrderId,
            Amount = request.Amount,
            AmountText = request.AmountText,
            Commission = commission,
            BalanceAfter = ledger.Balance,
            Currency = request.Currency ?? merchant.Currency,
            Description = Redaction.Cards(request.Description, request.Card),
            UserId = request.UserId,
            CardMask = card.Mask,
            CardHash = card.Hash,
            PostLink = request.PostLink,
            Reference = seed.Reference(paymentId),
            CreatedAt = now,
            SettlesAt = outcome.InProcess ? now + (outcome.SettleAfter ?? merchant.SettleAfter) : now,
            ErrorCode = outcome.ErrorCode,
            IdempotencyKey = request.IdempotencyKey,
            Fingerprint = card.Fingerprint,
        };
        return payout.Debited ? payout with { BalanceAfter = ledger.Balance - payout.ToPay } : payout;
    }
}
