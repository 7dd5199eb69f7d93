using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>What all methods that make payouts do, once each has read its own fields: decide, keep, see to the callbacks, answer.</summary>
internal sealed class PayoutMaking(SandboxStore store, CallbackDelivery delivery, PublicAddress address, SandboxMetrics metrics)
{
    /// <param name="request">The call.</param>
    /// <param name="asked">What it asks for; nothing when a field is missing or malformed.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task<GatewayAnswer> HandleAsync(SignedRequest request, PayoutRequest? asked, CancellationToken cancellation)
    {
        var (merchant, state) = (request.Merchant, request.State);
        if (asked is null)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);

        if (request.TraceParent is { } trace)
            asked = asked with { TraceParent = trace };
        var intent = new PayoutIntent(asked, request.Match.Outcome, request.Match.Callback, merchant, state.Epoch, state.Clock.Now);
        var decision = await store.Payouts.MakeAsync(intent, cancellation);
        metrics.Asked(request.Operation.Method, decision);
        switch (decision)
        {
            case PayoutDecision.Refused refused:
                return request.Refused(refused.Refusal);
            case PayoutDecision.Repeated repeated:
                return Answer(request, repeated.First);
            case PayoutDecision.Made made:
                delivery.Nudge(state, made);
                state.Changes.Notify();
                if (request.Match.Callback.BeforeAnswer)
                    await CallbackBeforeAnswer.WaitAsync(store, state, made, cancellation);
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
        var signing = AnswerSigning.From(request, request.State.GetSalt(payout));
        if (payout.HasForm)
            return RedirectAnswer.Create(payout, address.OfPage(request, payout), signing);
        return payout.Debited
            ? PayoutAnswer.Accepted(payout, request.Merchant, payout.HasPage ? address.OfPage(request, payout) : "", signing)
            : ErrorAnswer.Create(payout.ErrorCode!.Value, request.Merchant.Switches.SignErrors, signing, payout.CreatedAt) with { PaymentId = payout.PaymentId };
    }
}
