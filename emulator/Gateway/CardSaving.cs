using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/v1/merchant/{id}/cardstoragepayout/add</c>: a page on which somebody types a card to be paid to later (M-9).</summary>
internal sealed class CardSaving(SandboxStore store, PublicAddress address)
{
    public async Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation)
    {
        var state = request.State;
        if (CardSavingRequest.Read(request.Fields, request.Merchant.Secrets) is not { } asked)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);

        var intent = new CardSavingIntent(asked with { TraceParent = request.TraceParent }, request.Merchant, state.Epoch, state.Clock.Now);
        return await store.Cards.BeginSavingAsync(intent, cancellation) is { } saving
            ? RedirectAnswer.Create(saving, address.OfPage(request, saving), AnswerSigning.From(request, state.GetSalt(saving)))
            : request.Refused(Refusal.SystemFault);
    }
}
