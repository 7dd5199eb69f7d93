using System.Globalization;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary><c>/g2g/reg2reg</c> and <c>/api/reg2reg</c>: a payout to a saved card (M-7).</summary>
internal sealed class PayToSavedCard(SandboxStore store, PayoutResponder payouts) : IGatewayMethod
{
    public IReadOnlyList<GatewayOperation> Operations =>
        [GatewayOperation.Gateway("reg2reg", HandleAsync) with { FindCard = FindCardAsync }, GatewayOperation.Api("reg2reg", HandleAsync) with { FindCard = FindCardAsync }];

    /// <summary>
    /// Reads the fields; <see langword="null"/> when one is missing or malformed. The store knows whose card the token is.
    /// </summary>
    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Create(PayoutMethod.ToToken, fields, merchant.Secrets)
                is not { Description: not null, PostLink: not null, UserId: not null } request
            || TimeLimit.Read(fields, merchant) is not { } limit
            || GetToken(fields) is not { } token)
        {
            return null;
        }

        return request with { CardToken = token, TimeLimit = limit };
    }

    /// <summary>The token under its name or its older one; nothing when there is none, or two that differ.</summary>
    public static string? GetToken(Parameters fields)
    {
        if (fields.GetCount(Fields.CardTokenTo) > 1 || fields.GetCount(Fields.CardIdTo) > 1)
            return null;
        var (token, older) = (FieldValidation.Given(fields[Fields.CardTokenTo]), FieldValidation.Given(fields[Fields.CardIdTo]));
        return (token is null || older is null || string.Equals(token, older, StringComparison.Ordinal))
            && Guid.TryParseExact(token ?? older, "D", out var id)
                ? id.ToString("D", CultureInfo.InvariantCulture)
                : null;
    }

    private async Task<GatewayAnswer> HandleAsync(SignedRequest request, CancellationToken cancellation)
    {
        var payout = Read(request.Fields, request.Merchant);
        if (payout is not null
            && await store.Cards.FindAsync(request.State.Epoch, payout.CardToken!, cancellation) is { } card
            && string.Equals(card.UserId, payout.UserId, StringComparison.Ordinal))
        {
            payout = payout with { Recipient = card.Trace };
        }

        return await payouts.AnswerAsync(request, payout, cancellation);
    }

    // Rules know the card that a call pays to by its number.
    private async ValueTask<string?> FindCardAsync(MerchantState state, Parameters fields, CancellationToken cancellation) =>
        GetToken(fields) is { } token && await store.Cards.FindAsync(state.Epoch, token, cancellation) is { } card ? card.NumberForRules : null;
}
