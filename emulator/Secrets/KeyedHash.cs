using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// By which equal texts are known again without being kept. The key is the merchant's payout secret, which is not in the store, so
/// the store alone does not give the text away.
/// </summary>
internal static class KeyedHash
{
    public static string Compute(string text, MerchantSecrets secrets) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.Payout), Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}
