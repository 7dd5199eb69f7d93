using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/v1/merchant/{id}/cardstoragepayout/add</c>: a page on which somebody types a card to be paid to later (M-9).</summary>
internal sealed class CardSaving(SandboxStore store, PublicAddress address)
{
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation)
    {
        var account = request.Account;
        if (CardSavingRequest.Read(request.Fields, request.Merchant.Secrets) is not { } asked)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);

        var intent = new CardSavingIntent(asked with { TraceParent = request.TraceParent }, request.Merchant, account.Number, account.Clock.Now);
        return await store.Cards.BeginSavingAsync(intent, cancellation) is { } saving
            ? RedirectAnswer.Of(saving, address.OfPage(request, saving), AnswerSigning.Of(request, account.SaltOf(saving)))
            : request.Refused(Refusal.SystemFault);
    }
}
