using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/p2p2nonreg</c>: a payout to a card number (section 3).</summary>
internal sealed class PayoutToCard(SandboxStore store, CallbackDelivery delivery, SandboxClock clock, AnswerSalts salts)
{
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation)
    {
        var (fields, merchant) = (request.Fields, request.Merchant);
        if (PayoutRequest.Of(fields) is not { } payout)
            return Refused(request, Refusal.InvalidField);
        if (merchant.DisabledMethods.Contains(request.Operation.Method))
            return Refused(request, Refusal.MethodNotAllowed);

        var card = CardTrace.Of(payout, fields, merchant.Secrets);
        var intent = new PayoutIntent(payout, card, Outcome.Of(payout.Card, merchant), merchant, clock.Now);
        switch (await store.MakePayoutAsync(intent, cancellation))
        {
            case PayoutDecision.Refused refused:
                return Refused(request, refused.Refusal);
            case PayoutDecision.Repeated repeated:
                return Answer(request, repeated.First);
            case PayoutDecision.Made made:
                if (made.Callback is { } owed)
                    delivery.Nudge(owed.Lane, owed.DueAt);
                return Answer(request, made.Payout);
            default:
                throw new InvalidOperationException("A decision that nobody answers.");
        }
    }

    // A stored payout is always answered in the same words: salt and date come from it, not from the moment of asking (E-10).
    private GatewayAnswer Answer(SignedRequest request, Payout payout)
    {
        var signing = AnswerSigning.Of(request, salts.Of(request.Merchant, payout));
        return payout.Debited
            ? PayoutAnswer.Accepted(payout, request.Merchant, signing)
            : ErrorAnswer.Of(payout.ErrorCode!.Value, request.Merchant.Switches.SignErrors, signing, payout.CreatedAt);
    }

    private GatewayAnswer Refused(SignedRequest request, Refusal refusal) => ErrorAnswer.Of(
        refusal.Code,
        request.Merchant.Switches.SignErrors,
        AnswerSigning.Of(request, salts.Next(request.Merchant)),
        clock.Now);
}
