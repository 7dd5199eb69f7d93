using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// What remains of a card number: its mask, and keyed hashes by which equal cards and equal requests are known again. The key is
/// the merchant's payout secret, which is not in the store, so the store alone does not give a card number away.
/// </summary>
internal sealed record CardTrace(string Mask, string Hash, string? Fingerprint)
{
    public static CardTrace Of(PayoutRequest request, Parameters fields, MerchantSecrets secrets)
    {
        var key = Encoding.UTF8.GetBytes(secrets.Payout);
        return new CardTrace(
            CardNumber.Mask(request.Card),
            KeyedHash(key, request.Card),
            request.IdempotencyKey is null ? null : KeyedHash(key, FieldsThatCount(fields)));
    }

    // Salt and signature differ in an honest repetition (E-10). Written with lengths, so that no two requests look alike.
    private static string FieldsThatCount(Parameters fields)
    {
        var text = new StringBuilder();
        Append(text, fields, top: true);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Parameters fields, bool top)
    {
        foreach (var field in fields.OrderBy(field => field.Name, FieldOrder.Instance))
        {
            if (top && field.Name is Fields.Salt or Fields.Signature)
                continue;
            text.Append(field.Name.Length).Append(':').Append(field.Name);
            text.Append(field.Value.Length).Append(':').Append(field.Value);
            if (field.Children is not { } children)
                continue;
            text.Append('(');
            Append(text, children, top: false);
            text.Append(')');
        }
    }

    private static string KeyedHash(byte[] key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}
