using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Reads a request for a payout to a card number (section 3.1).</summary>
internal static class RequestToCard
{
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
