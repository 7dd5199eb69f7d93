using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A payout whose texts may be shown: what the store keeps as it was sent may hold a secret that slipped in.</summary>
internal static class ShownPayout
{
    public static Payout From(Payout payout, MerchantSecrets secrets) => payout with
    {
        OrderId = Redaction.Secrets(payout.OrderId, secrets),
        Description = Text(payout.Description, secrets),
        UserId = Text(payout.UserId, secrets),
        PostLink = Text(payout.PostLink, secrets),
        IdempotencyKey = Text(payout.IdempotencyKey, secrets),
    };

    public static string? Text(string? text, MerchantSecrets secrets) => text is null ? null : Redaction.Apply(text, secrets);
}
