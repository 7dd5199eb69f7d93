using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The fields of a payout to a saved card (M-7), before salt and signature.</summary>
internal static class TokenPayoutMessage
{
    public static Parameters Build(TokenPayout payout, long merchantId, TimeSpan utcOffset) => new MessageFields(merchantId)
        .And(Fields.OrderId, payout.OrderId)
        .And(Fields.Amount, payout.Amount)
        .And(Fields.Description, payout.Description)
        .And(Fields.OrderTimeLimit, WireDate.Local(payout.TimeLimit, utcOffset))
        .And(Fields.UserId, payout.UserId)
        .And(Fields.PostLink, payout.PostLink)
        .And(Fields.CardTokenTo, payout.CardToken)
        .All;
}
