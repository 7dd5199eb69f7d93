using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Decisions;

/// <summary>
/// The decisions on a payout, pure: idempotency, token, duplicate order, time limit, balance, outcome, in the order of section 3.3.
/// </summary>
internal static class PayoutRules
{
    public static PayoutDecision Decide(
        PayoutRequest request, Outcome outcome, CallbackPlan plan, Merchant merchant, Seed seed, PayoutContext ledger, DateTimeOffset now)
    {
        if (ledger.SameKey is { } first)
        {
            return string.Equals(first.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
                ? new PayoutDecision.Repeated(first)
                : new PayoutDecision.Refused(Refusal.InvalidField);
        }

        if (request.Method == PayoutMethod.ToToken && request.Recipient is null)
            return new PayoutDecision.Refused(Refusal.UnknownToken);
        if (ledger.OrderIsUsed && merchant.Switches.DuplicateOrder == DuplicateOrder.Refuse)
            return new PayoutDecision.Refused(Refusal.DuplicateOrder);
        if (request.TimeLimit <= now)
            return new PayoutDecision.Refused(Refusal.TimeIsUp);

        var asked = Asked(request, merchant, seed, ledger, now);
        return asked.Waits
            ? Made(asked with { SettlesAt = request.TimeLimit!.Value, ErrorCode = GatewayError.TimeIsUp }, CallbackPlan.Plain, merchant)
            : Made(InTime(Decided(asked, outcome, merchant, ledger.Balance, now), request.TimeLimit), plan, merchant);
    }

    /// <summary>What becomes of a payout whose recipient has typed the card (M-8).</summary>
    public static PayoutDecision.Made DecideTyped(
        Payout waiting, MaskedRecipient card, Outcome outcome, CallbackPlan plan, Merchant merchant, Amount balance, DateTimeOffset now) =>
        Made(Decided(waiting with { Recipient = card }, outcome, merchant, balance, now), plan, merchant);

    private static PayoutDecision.Made Made(Payout payout, CallbackPlan plan, Merchant merchant)
    {
        var owesCallback = payout.PostLink is not null && (payout.ErrorCode is null || merchant.Switches.FailedCallbacks == FailedCallbacks.Send);
        return new PayoutDecision.Made(payout, owesCallback ? PendingCallback.From(payout, plan, merchant.Schedule) : []);
    }

    private static Payout Decided(Payout payout, Outcome outcome, Merchant merchant, Amount balance, DateTimeOffset now)
    {
        if (payout.ToPay > balance)
            outcome = new Outcome(GatewayError.BalanceTooLow, InProcess: false);
        payout = payout with
        {
            WasInProcess = outcome.InProcess,
            SettlesAt = outcome.InProcess ? now + (outcome.SettleAfter ?? merchant.SettleAfter) : now,
            ErrorCode = outcome.ErrorCode,
            BalanceAfter = balance,
        };
        return payout.Debited ? payout with { BalanceAfter = balance - payout.ToPay } : payout;
    }

    // One that would still be in process at its time limit ends there (M-7).
    private static Payout InTime(Payout payout, DateTimeOffset? limit) =>
        limit is { } end && payout.SettlesAt > end ? payout with { SettlesAt = end, ErrorCode = GatewayError.TimeIsUp } : payout;

    private static Payout Asked(PayoutRequest request, Merchant merchant, Seed seed, PayoutContext ledger, DateTimeOffset now)
    {
        var paymentId = seed.PaymentId(merchant.Id, ledger.Number);
        return new Payout
        {
            MerchantId = merchant.Id,
            Epoch = ledger.Epoch,
            PaymentId = paymentId,
            Method = request.Method,
            OrderId = request.OrderId,
            Amount = request.Amount,
            AmountText = request.AmountText,
            Commission = request.Amount.Percent(merchant.CommissionPercent),
            BalanceAfter = ledger.Balance,
            Currency = request.Currency ?? merchant.Currency,
            Description = request.Description,
            UserId = request.UserId,
            Recipient = request.Recipient,
            CardToken = request.CardToken,
            PostLink = request.PostLink,
            Reference = seed.Reference(paymentId),
            CreatedAt = now,
            SettlesAt = now,
            IdempotencyKey = request.IdempotencyKey,
            Fingerprint = request.Fingerprint,
            TraceParent = request.TraceParent,
        };
    }
}
