using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/reg2reg</c> and <c>/api/reg2reg</c>: a payout to a saved card (M-7).</summary>
internal sealed class PayoutToToken(SandboxStore store, PayoutMaking making)
{
    public async Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation)
    {
        var asked = RequestToToken.Read(request.Fields, request.Merchant);
        if (asked is not null
            && await store.Cards.FindAsync(request.State.Epoch, asked.CardToken!, cancellation) is { } card
            && string.Equals(card.UserId, asked.UserId, StringComparison.Ordinal))
        {
            asked = asked with { Recipient = card.Trace };
        }

        return await making.HandleAsync(request, asked, cancellation);
    }

    /// <summary>The number by which rules know the card that a call pays to.</summary>
    public async ValueTask<string?> CardAsync(MerchantState state, Parameters fields, CancellationToken cancellation) =>
        RequestToToken.GetToken(fields) is { } token && await store.Cards.FindAsync(state.Epoch, token, cancellation) is { } card
            ? card.NumberForRules
            : null;
}
