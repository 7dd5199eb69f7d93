using System.Globalization;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The answer that says where to send a recipient who is to type a card (M-8, M-9). The same whatever came of it since (E-10).</summary>
internal static class RedirectAnswer
{
    public static GatewayAnswer Create(Payout payout, string page, AnswerSigning signing)
    {
        var fields = new Parameters
        {
            { Fields.Status, "ok" },
            { Fields.PaymentId, payout.PaymentId.ToString(CultureInfo.InvariantCulture) },
            { Fields.RedirectUrl, page },
        };
        signing.Sign(fields);
        return new GatewayAnswer(fields, "page") { PaymentId = payout.PaymentId };
    }
}
