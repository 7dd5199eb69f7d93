using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A payout that is ready to run: what somebody needs who sees the sandbox for the first time.</summary>
/// <param name="Merchant">Whose payout it is.</param>
/// <param name="Address">Where the sandbox is.</param>
/// <param name="Curl">The signed call.</param>
internal sealed record SamplePayout(long Merchant, string Address, string Curl)
{
    public static SamplePayout From(Merchant merchant, string sandbox)
    {
        var card = TestCard.All[0].Number;
        var call = new SignCallReader().OfFields($"{sandbox}/g2g/p2p2nonreg",
        [
            $"{Fields.MerchantId}={merchant.Id.ToString(CultureInfo.InvariantCulture)}",
            $"{Fields.OrderId}=first-payout",
            $"{Fields.Amount}=100",
            $"{Fields.PaymentTo}={card}",
            $"{Fields.Description}=Hello",
            $"{Fields.PostLink}=http://localhost:9099/post",
        ]);
        return new SamplePayout(merchant.Id, sandbox, SignedCall.Sign(call!, new SignSecret(merchant.Secrets.Payout, "the merchant's")).Curl);
    }
}
