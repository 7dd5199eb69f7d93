using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What all methods that make payouts do, once each has read its own fields: decide, keep, see to the callbacks, answer.</summary>
internal sealed class PayoutMaking(SandboxStore store, CallbackDelivery delivery, PublicAddress address, SandboxMetrics metrics)
{
    /// <param name="request">The call.</param>
    /// <param name="asked">What it asks for; nothing when a field is missing or malformed.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, PayoutRequest? asked, CancellationToken cancellation)
    {
        var (merchant, account) = (request.Merchant, request.Account);
        if (asked is null)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);

        if (request.TraceParent is { } trace)
            asked = asked with { TraceParent = trace };
        var intent = new PayoutIntent(asked, request.Match.Outcome, request.Match.Callback, merchant, account.Number, account.Clock.Now);
        var decision = await store.Payouts.MakeAsync(intent, cancellation);
        metrics.Asked(request.Operation.Method, decision);
        switch (decision)
        {
            case PayoutDecision.Refused refused:
                return request.Refused(refused.Refusal);
            case PayoutDecision.Repeated repeated:
                return Answer(request, repeated.First);
            case PayoutDecision.Made made:
                delivery.Nudge(account, made);
                account.Pulse.Beat();
                if (request.Match.Callback.BeforeAnswer)
                    await CallbackFirst.WaitAsync(store, account, made, cancellation);
                return Answer(request, made.Payout) with { Made = made.Payout };
            case PayoutDecision.Overtaken:
                return request.Refused(Refusal.SystemFault);
            default:
                throw new InvalidOperationException("A decision that nobody answers.");
        }
    }

    // A stored payout is always answered in the same words: salt and date come from it, not from the moment of asking (E-10).
    private GatewayAnswer Answer(SignedRequest request, Payout payout)
    {
        var signing = AnswerSigning.Of(request, request.Account.SaltOf(payout));
        if (payout.HasForm)
            return RedirectAnswer.Of(payout, address.OfPage(request, payout), signing);
        return payout.Debited
            ? PayoutAnswer.Accepted(payout, request.Merchant, payout.HasPage ? address.OfPage(request, payout) : "", signing)
            : ErrorAnswer.Of(payout.ErrorCode!.Value, request.Merchant.Switches.SignErrors, signing, payout.CreatedAt) with { PaymentId = payout.PaymentId };
    }
}
