using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Protocol;

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

/// <summary>An id for nobody to guess, drawn anew each time: it follows from no merchant's seed.</summary>
internal static class SecretId
{
    /// <summary>Of hexadecimal digits in lower case.</summary>
    public const int Length = 32;

    public static string Draw() => string.Create(CultureInfo.InvariantCulture, $"{Seed.Draw().Value:x16}{Seed.Draw().Value:x16}");

    /// <summary>Whether a text can be one.</summary>
    public static bool IsWellFormed(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>The secrets of all merchants, to be taken out of what nobody can tell whose it is.</summary>
internal sealed class SecretSet
{
    private readonly SearchValues<string> _any;
    private readonly string[] _longestFirst;

    public SecretSet(IEnumerable<MerchantSecrets> merchants)
    {
        _longestFirst = [.. merchants.SelectMany(merchant => new[] { merchant.Payout, merchant.Receive }).Where(secret => secret.Length > 0)
            .Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
        _any = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
    }

    public bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    public string Hide(string text)
    {
        if (!AreIn(text))
            return text;
        foreach (var secret in _longestFirst)
            text = text.Replace(secret, Redaction.Dots, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Prints as dots, as each of them does.</summary>
    public override string ToString() => Redaction.Dots;
}

/// <summary>
/// By which equal texts are known again without being kept. The key is the merchant's payout secret, which is not in the store, so
/// the store alone does not give the text away.
/// </summary>
internal static class KeyedHash
{
    public static string Compute(string text, MerchantSecrets secrets) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.Payout), Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}
