using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/p2p2nonreg</c>: a payout to a card number (section 3).</summary>
internal sealed class PayoutToCard(SandboxStore store, CallbackDelivery delivery)
{
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation)
    {
        var (fields, merchant, account) = (request.Fields, request.Merchant, request.Account);
        if (PayoutRequest.Of(fields) is not { } payout)
            return Refused(request, Refusal.InvalidField);
        if (merchant.DisabledMethods.Contains(request.Operation.Method))
            return Refused(request, Refusal.MethodNotAllowed);

        var card = CardTrace.Of(payout, fields, merchant.Secrets);
        var intent = new PayoutIntent(payout, card, request.Match.Outcome, request.Match.Callback, merchant, account.Number, account.Clock.Now);
        switch (await store.MakePayoutAsync(intent, cancellation))
        {
            case PayoutDecision.Refused refused:
                return Refused(request, refused.Refusal);
            case PayoutDecision.Repeated repeated:
                return Answer(request, repeated.First);
            case PayoutDecision.Made made:
                foreach (var owed in made.Callbacks)
                    delivery.Nudge(account, owed.Lane, owed.DueAt);
                account.Pulse.Beat();
                if (request.Match.Callback.BeforeAnswer)
                    await CallbackFirst.WaitAsync(store, account, made, cancellation);
                return Answer(request, made.Payout);
            case PayoutDecision.Overtaken:
                return Refused(request, Refusal.SystemFault);
            default:
                throw new InvalidOperationException("A decision that nobody answers.");
        }
    }

    // A stored payout is always answered in the same words: salt and date come from it, not from the moment of asking (E-10).
    private static GatewayAnswer Answer(SignedRequest request, Payout payout)
    {
        var signing = AnswerSigning.Of(request, request.Account.SaltOf(payout));
        return payout.Debited
            ? PayoutAnswer.Accepted(payout, request.Merchant, signing)
            : ErrorAnswer.Of(payout.ErrorCode!.Value, request.Merchant.Switches.SignErrors, signing, payout.CreatedAt) with { PaymentId = payout.PaymentId };
    }

    private static GatewayAnswer Refused(SignedRequest request, Refusal refusal) => ErrorAnswer.Of(
        refusal.Code,
        request.Merchant.Switches.SignErrors,
        AnswerSigning.Of(request, request.Account.NextRefusalSalt()),
        request.Account.Clock.Now);
}
