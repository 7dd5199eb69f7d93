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

/// <summary>The places a secret can come from. What was typed goes before the environment, and that before the published secrets.</summary>
internal sealed record SignSecretSource(string? Typed, string? File, Func<string, string?> Environment)
{
    public const string PayoutVariable = "FPS_PAYOUT_SECRET";
    public const string ReceiveVariable = "FPS_RECEIVE_SECRET";

    /// <summary>The secret for the call, or one sentence on why there is none.</summary>
    public (SignSecret? Secret, string? Problem) Find(SignCall call) => (Typed, File) switch
    {
        (not null, not null) => (null, "Give --secret or --secret-file, not both."),
        (not null, _) => Create(Typed, "--secret"),
        (_, not null) => ReadFile(File),
        _ when (FromEnvironment(call) ?? SignSecret.Published(call)) is { } secret => (secret, null),
        _ => (null, $"Only merchant 9970 has a published secret; give this merchant's with --secret, --secret-file or {PayoutVariable}."),
    };

    // Where a merchant has only one secret it serves for both (S-9).
    private SignSecret? FromEnvironment(SignCall call)
    {
        string[] variables = SignSecret.UsesReceiveSecret(call) ? [ReceiveVariable, PayoutVariable] : [PayoutVariable];
        return variables
            .Select(name => (Name: name, Text: Environment(name)))
            .Where(variable => !string.IsNullOrEmpty(variable.Text))
            .Select(variable => new SignSecret(variable.Text!, variable.Name))
            .FirstOrDefault();
    }

    private static (SignSecret? Secret, string? Problem) ReadFile(string path)
    {
        try
        {
            return Create(System.IO.File.ReadAllText(path).TrimEnd('\r', '\n'), "--secret-file");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, "The file of --secret-file cannot be read; check that it exists and that you may read it.");
        }
    }

    private static (SignSecret? Secret, string? Problem) Create(string text, string origin) => text.Length > 0
        ? (new SignSecret(text, origin), null)
        : (null, $"The secret of {origin} is empty; leave {origin} out to sign with the sandbox's published one.");
}
