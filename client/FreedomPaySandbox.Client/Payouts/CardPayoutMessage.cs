using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a payout to a card (section 3.1), in the order of the vendor's page, before salt and signature.</summary>
internal static class CardPayoutMessage
{
    public static Parameters Build(CardPayout payout, long merchantId) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.PaymentTo, payout.Card)
        .And(Fields.Description, payout.Description)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.CardName, payout.CardName)
        .And(Fields.Currency, payout.Currency)
        .And(Fields.IdempotencyKey, payout.IdempotencyKey)
        .All;
}
