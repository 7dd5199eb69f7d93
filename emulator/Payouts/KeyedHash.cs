using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// By which equal texts are known again without being kept. The key is the merchant's payout secret, which is not in the store, so
/// the store alone does not give the text away.
/// </summary>
internal static class KeyedHash
{
    public static string Of(string text, MerchantSecrets secrets) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.Payout), Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}
