using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The answer to an accepted payout (P-1, C-3), a pure function of what was stored: asked again, it is the same (E-10).</summary>
internal static class PayoutAnswer
{
    public static GatewayAnswer Accepted(Payout payout, Merchant merchant, AnswerSigning signing)
    {
        var inProcess = payout.WasInProcess;
        var fields = new Parameters
        {
            { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.MerchantId, payout.MerchantId.ToString(CultureInfo.InvariantCulture) },
            { Fields.OrderId, payout.OrderId },
        };
        AddStatus(fields, inProcess, merchant.Switches.ProcessAnswer);
        fields.Add(Fields.Balance, payout.BalanceAfter.ToString());
        fields.Add(Fields.PaymentAmount, payout.AmountText);
        fields.Add(Fields.PaymentDate, WireDate.Iso(payout.CreatedAt));
        if (!inProcess)
            fields.Add(Fields.Reference, payout.Reference);
        signing.Sign(fields, new Parameter(Fields.DateTime, WireDate.Iso(payout.CreatedAt)));
        return new GatewayAnswer(fields, inProcess ? "process" : "ok") { PaymentId = payout.PaymentId };
    }

    private static void AddStatus(Parameters fields, bool inProcess, ProcessAnswer answer)
    {
        if (inProcess && answer == ProcessAnswer.OkWithPaymentStatus)
        {
            fields.Add(Fields.Status, "ok");
            fields.Add(Fields.PaymentStatus, "process");
        }
        else
        {
            fields.Add(Fields.Status, inProcess ? "process" : "ok");
        }
    }
}
