using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a payout to a card (section 3.1), in the order of the vendor's page, before salt and signature.</summary>
internal static class CardPayoutMessage
{
    public static Parameters Of(CardPayout payout, long merchantId)
    {
        var fields = new Parameters
        {
            { Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture) },
            { Fields.OrderId, payout.OrderId },
            { Fields.Amount, payout.Amount.ToString() },
            { Fields.PaymentTo, payout.Card },
            { Fields.Description, payout.Description },
            { Fields.PostLink, payout.PostLink },
        };
        AddGiven(fields, Fields.UserId, payout.UserId);
        AddGiven(fields, Fields.CardName, payout.CardName);
        AddGiven(fields, Fields.Currency, payout.Currency);
        AddGiven(fields, Fields.IdempotencyKey, payout.IdempotencyKey);
        return fields;
    }

    private static void AddGiven(Parameters fields, string name, string? value)
    {
        if (value is not null)
            fields.Add(name, value);
    }
}
