using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary><c>/v1/merchant/{id}/cardstoragepayout/add</c>: a page on which somebody types a card for later payouts (M-9).</summary>
internal sealed class SaveCardByPage(SaveCard saveCard, PublicAddress address) : IGatewayMethod
{
    public IReadOnlyList<GatewayOperation> Operations =>
        [new("/v1/merchant/{merchant}/cardstoragepayout/add", ApiGeneration.Merchant, SecretKind.Receive, HandleAsync)];

    private async Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation)
    {
        if (CardSavingRequest.Read(request.Fields, request.Merchant.Secrets) is not { } saving)
            return request.Refused(Refusal.InvalidField);
        if (request.IsSwitchedOff)
            return request.Refused(Refusal.MethodNotAllowed);
        return await saveCard.OpenPageAsync(request.State, request.Merchant, saving with { TraceParent = request.TraceParent }, cancellation) is { } waiting
            ? RedirectAnswer.Create(waiting, request.GetPage(address, waiting), AnswerSigning.From(request, request.State.GetSalt(waiting)))
            : request.Refused(Refusal.SystemFault);
    }
}
