using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>Reads a request for a payout to a card number (section 3.1).</summary>
internal static class RequestToCard
{
    public static PayoutRequest? Read(Parameters fields, Merchant merchant)
    {
        if (PayoutRequest.Of(PayoutMethod.ToCard, fields, merchant.Secrets) is not { Description: { } description, PostLink: not null } request
            || FieldForm.Text(fields, Fields.PaymentTo, CardNumber.MaxDigits) is not { } card
            || !CardNumber.IsWellFormed(card)
            || !FieldForm.IsAbsentOr(fields, Fields.CardName, _ => true))
        {
            return null;
        }

        return request with { Recipient = RecipientTrace.OfCard(card, merchant.Secrets), Description = Redaction.Cards(description, card, request.OrderId) };
    }
}
