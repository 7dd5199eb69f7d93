using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a payout to an IBAN (M-1), before salt and signature.</summary>
internal static class IbanPayoutMessage
{
    public static Parameters Build(IbanPayout payout, long merchantId) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.RecipientIban, payout.Iban)
        .And(Fields.RecipientIin, payout.RecipientIin)
        .And(Fields.RecipientName, payout.RecipientName)
        .And(Fields.RecipientKbe, payout.RecipientKbe)
        .And(Fields.PurposeCode, payout.PurposeCode)
        .And(Fields.BankBik, payout.BankBik)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.Description, payout.Description)
        .And(Fields.Currency, payout.Currency)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.IdempotencyKey, payout.IdempotencyKey)
        .All;
}
