using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary>What all methods that create payouts share once each has read its own fields: the use case and the answer.</summary>
internal sealed class PayoutResponder(CreatePayout createPayout, PublicAddress address)
{
    /// <param name="request">The call.</param>
    /// <param name="payout">What it asks for; <see langword="null"/> when a field is missing or malformed.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task<GatewayAnswer> AnswerAsync(SignedRequest request, PayoutRequest? payout, CancellationToken cancellation)
    {
        if (payout is null)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);

        if (request.TraceParent is { } trace)
            payout = payout with { TraceParent = trace };
        return await createPayout.HandleAsync(request.State, request.Merchant, request.Operation.Method, payout, request.Match, cancellation) switch
        {
            PayoutDecision.Refused refused => request.Refused(refused.Refusal),
            PayoutDecision.Repeated repeated => Answer(request, repeated.First),
            PayoutDecision.Made made => Answer(request, made.Payout) with { Made = made.Payout },
            _ => request.Refused(Refusal.SystemFault),
        };
    }

    // A stored payout is always answered in the same words: salt and date come from it, not from the moment of asking (E-10).
    private GatewayAnswer Answer(SignedRequest request, Payout payout)
    {
        var signing = AnswerSigning.From(request, request.State.GetSalt(payout));
        if (payout.HasForm)
            return RedirectAnswer.Create(payout, request.GetPage(address, payout), signing);
        return payout.Debited
            ? PayoutAnswer.Accepted(payout, request.Merchant, payout.HasPage ? request.GetPage(address, payout) : "", signing)
            : ErrorAnswer.Create(payout.ErrorCode!.Value, request.Merchant.Switches.SignErrors, signing, payout.CreatedAt) with { PaymentId = payout.PaymentId };
    }
}
