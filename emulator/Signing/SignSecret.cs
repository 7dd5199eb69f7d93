using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The secret a call is signed with, where it came from, and whether everybody may see it.</summary>
internal sealed record SignSecret(string Text, string Origin)
{
    /// <summary>What stands where a secret would.</summary>
    public const string Mask = "••••••";

    private static readonly string s_publishedMerchant = Merchant.DefaultId.ToString(CultureInfo.InvariantCulture);

    public bool IsPublished => MerchantSecrets.Published.Payout == Text || MerchantSecrets.Published.Receive == Text;

    /// <summary>What of it may be printed.</summary>
    public string Shown => IsPublished ? Text : Mask;

    /// <summary>The published secret for the call (S-9), or <see langword="null"/> when it names another merchant.</summary>
    public static SignSecret? Published(SignCall call) => call.Body.Fields[Fields.MerchantId] switch
    {
        { } merchant when merchant != s_publishedMerchant => null,
        _ when UsesReceiveSecret(call) =>
            new SignSecret(MerchantSecrets.Published.Receive, $"the sandbox's published receive secret of merchant {Merchant.DefaultId}"),
        _ => new SignSecret(MerchantSecrets.Published.Payout, $"the sandbox's published payout secret of merchant {Merchant.DefaultId}"),
    };

    /// <summary>Whether the merchant signs this call with the receive secret rather than the payout secret (S-9).</summary>
    public static bool UsesReceiveSecret(SignCall call) =>
        call.Script is "get_status2.php" or "get_status3.php" || call.Url.Contains("/cardstoragepayout/add", StringComparison.Ordinal);

    /// <summary>Which of the merchant's secrets signs this call (S-9).</summary>
    public static SecretKind GetKind(SignCall call) => UsesReceiveSecret(call) ? SecretKind.Receive : SecretKind.Payout;

    public override string ToString() => Origin;
}
