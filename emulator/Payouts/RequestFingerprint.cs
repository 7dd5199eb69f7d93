using System.Text;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>By which it is known whether two requests under one idempotency key ask for the same (E-10).</summary>
internal static class RequestFingerprint
{
    public static string Compute(Parameters fields, MerchantSecrets secrets)
    {
        var text = new StringBuilder();
        Append(text, fields, top: true);
        return KeyedHash.Compute(text.ToString(), secrets);
    }

    // Salt and signature differ in an honest repetition. Written with lengths, so that no two requests look alike.
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
}
