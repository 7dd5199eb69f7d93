using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a payout by a page (M-8), before salt and signature.</summary>
internal static class HostedPayoutMessage
{
    public static Parameters Build(HostedPayout payout, long merchantId, TimeSpan utcOffset) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.Description, payout.Description)
        .And(Fields.OrderTimeLimit, WireDate.Local(payout.TimeLimit, utcOffset))
        .And(Fields.BackLink, payout.BackLink)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.PaymentRoute, payout.InFrame ? "frame" : null)
        .And(Fields.UserId, payout.UserId)
        .And(Fields.UserEmail, payout.UserEmail)
        .All;
}
