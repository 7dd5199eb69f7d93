using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Which payout is asked for: by the merchant's own name, or by the gateway's number.</summary>
internal sealed record StatusInquiry(string Field, string Value)
{
    public static StatusInquiry Of(string orderId) => new(Fields.OrderId, orderId);

    public static StatusInquiry Of(long paymentId) => new(Fields.PaymentId, paymentId.ToString(CultureInfo.InvariantCulture));

    public Parameters Message(long merchantId) => new()
    {
        { Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture) },
        { Field, Value },
    };
}
