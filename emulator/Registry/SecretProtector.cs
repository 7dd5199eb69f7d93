using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>
/// Seals what sandboxes have in common and nobody is to read in their store: AES-GCM under a key made of a secret that each of them was
/// started with, and that the store never sees.
/// </summary>
internal sealed class SecretProtector
{
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;

    private readonly byte[] _sealing;
    private readonly byte[] _naming;

    /// <param name="secrets">Those of the first merchant in the settings.</param>
    public SecretProtector(MerchantSecrets secrets)
    {
        var secret = Encoding.UTF8.GetBytes(secrets.Payout);
        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, info: "freedompay-sandbox seal"u8.ToArray());
        _naming = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, info: "freedompay-sandbox nonce"u8.ToArray());
    }

    /// <param name="text">What nobody is to read.</param>
    /// <param name="about">What it belongs to: in another place it does not open.</param>
    public string Close(string text, string about)
    {
        var (plain, label) = (Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(about));
        var whole = new byte[NonceLength + plain.Length + TagLength];
        var nonce = whole.AsSpan(0, NonceLength);

        // Out of what is sealed: the same gives the same, and different texts never meet under one nonce.
        HMACSHA256.HashData(_naming, (byte[])[.. label, 0, .. plain]).AsSpan(0, NonceLength).CopyTo(nonce);
        using var cipher = new AesGcm(_sealing, TagLength);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceLength, plain.Length), whole.AsSpan(NonceLength + plain.Length), label);
        return Convert.ToBase64String(whole);
    }

    /// <returns>Nothing when it was sealed with another secret, or is none of ours.</returns>
    public string? Open(string closed, string about)
    {
        try
        {
            var whole = Convert.FromBase64String(closed);
            if (whole.Length < NonceLength + TagLength)
                return null;
            var plain = new byte[whole.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(_sealing, TagLength);
            cipher.Decrypt(
                whole.AsSpan(0, NonceLength), whole.AsSpan(NonceLength, plain.Length), whole.AsSpan(NonceLength + plain.Length), plain, Encoding.UTF8.GetBytes(about));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
