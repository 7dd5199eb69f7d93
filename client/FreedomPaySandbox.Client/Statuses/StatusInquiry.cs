using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Which payout is asked for, and how: by the merchant's own name, by the gateway's number, or by both.</summary>
internal sealed record StatusInquiry(GatewayOperation Operation, string? OrderId, long? PaymentId = null)
{
    public Parameters Message(long merchantId) => new MessageFields(merchantId)
        .And(Fields.PaymentId, PaymentId)
        .And(Fields.OrderId, OrderId)
        .All;
}
