using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary><c>/g2g/reg2reg</c> and <c>/api/reg2reg</c>: a payout to a saved card (M-7).</summary>
internal sealed class PayoutToToken(SandboxStore store, PayoutMaking making)
{
    public async Task<GatewayAnswer> CarryOutAsync(SignedRequest request, CancellationToken cancellation)
    {
        var asked = RequestToToken.Read(request.Fields, request.Merchant);
        if (asked is not null
            && await store.Cards.FindAsync(request.Account.Number, asked.CardToken!, cancellation) is { } card
            && string.Equals(card.UserId, asked.UserId, StringComparison.Ordinal))
        {
            asked = asked with { Recipient = card.Trace };
        }

        return await making.CarryOutAsync(request, asked, cancellation);
    }

    /// <summary>The number by which rules know the card that a call pays to.</summary>
    public async ValueTask<string?> CardAsync(Account account, Parameters fields, CancellationToken cancellation) =>
        RequestToToken.TokenOf(fields) is { } token && await store.Cards.FindAsync(account.Number, token, cancellation) is { } card
            ? card.NumberForRules
            : null;
}
