using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>A merchant's two secrets (S-9). Prints as dots, so that no log or error can show them by accident.</summary>
internal sealed class MerchantSecrets(string payout, string receive)
{
    /// <summary>The secrets of the default merchant: published in the README, and so not secret at all.</summary>
    public static MerchantSecrets Published { get; } = new("sandbox-payout-secret", "sandbox-receive-secret");

    public string Payout { get; } = payout;

    public string Receive { get; } = receive;

    public bool ArePublished =>
        string.Equals(Payout, Published.Payout, StringComparison.Ordinal)
        && string.Equals(Receive, Published.Receive, StringComparison.Ordinal);

    /// <summary>Where only one secret is configured it serves for both (S-9).</summary>
    public static MerchantSecrets? Create(string? payout, string? receive) =>
        (payout ?? receive) is null ? null : new MerchantSecrets(payout ?? receive!, receive ?? payout!);

    /// <summary>Secrets nobody chose. Out of one seed come the same ones, so that all a merchant signs is repeatable.</summary>
    public static MerchantSecrets From(Seed seed, long merchantId) =>
        new(seed.Salt("payout-secret", merchantId), seed.Salt("receive-secret", merchantId));

    public string For(SecretKind kind) => kind == SecretKind.Payout ? Payout : Receive;

    public override string ToString() => "••••••";
}
