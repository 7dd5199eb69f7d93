using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>A verification of a scripted merchant, by a clock that stands.</summary>
internal static class VerifyScene
{
    private static readonly TimeSpan s_long = TimeSpan.FromHours(1);

    public static async Task<VerificationResult> VerifyAsync(
        ScriptedMerchant merchant, bool showsEffects = true, bool takesOrders = true)
    {
        var target = VerificationParts.CreateTarget(
            merchant.Callback,
            new Merchant(ScriptedMerchant.Id, new MerchantSecrets(ScriptedMerchant.Secret, ScriptedMerchant.Secret)) { CallbackTimeout = s_long }) with
        {
            ShowsEffects = showsEffects,
            TakesOrders = takesOrders,
            TakesGet = true,
            TakesXml = true,
            Settling = TimeSpan.Zero,
        };
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var run = new CheckRun(
            VerificationParts.CreateCourier(http, target, merchant.Time),
            takesOrders ? new OrderUrl(http, new Uri(merchant.Setup), s_long, merchant.Time).TellAsync : null,
            showsEffects ? new StatusProbe(http, merchant.Probe, s_long, merchant.Time).AskAsync : null,
            merchant.Time);
        var orders = VerificationParts.CreateOrders(target, new Seed(1), merchant.Time.GetUtcNow());
        return await new EndpointVerifier(run, orders).VerifyAsync(_ => { }, CancellationToken.None);
    }

    public static string[] Wrong(this VerificationResult verification) =>
        [.. verification.Results.Where(result => result.Verdict == CheckVerdict.Failed).Select(result => result.Check.Id)];
}
