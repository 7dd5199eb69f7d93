using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary><c>/g2g/p2p2nonreg</c>: a payout to a card number (section 3).</summary>
internal sealed class PayToCard(PayoutResponder payouts) : IGatewayMethod
{
    public IReadOnlyList<GatewayOperation> Operations =>
        [GatewayOperation.Gateway("p2p2nonreg", (request, cancellation) => payouts.AnswerAsync(request, Read(request.Fields, request.Merchant), cancellation))];

    /// <summary>Reads the fields (section 3.1); <see langword="null"/> when one is missing or malformed.</summary>
    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Create(PayoutMethod.ToCard, fields, merchant.Secrets) is not { Description: { } description, PostLink: not null } request
            || FieldValidation.Text(fields, Fields.PaymentTo, CardNumber.MaxDigits) is not { } card
            || !CardNumber.IsWellFormed(card)
            || !FieldValidation.IsAbsentOr(fields, Fields.CardName, _ => true))
        {
            return null;
        }

        return request with { Recipient = MaskedRecipient.FromCard(card, merchant.Secrets), Description = Redaction.Cards(description, card, request.OrderId) };
    }
}
