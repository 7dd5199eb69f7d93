using System.Text;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>The body with which a merchant answered a callback. It decides nothing; it is kept for people to look at (N-6).</summary>
/// <param name="Text">The first 2 KB, secrets and card numbers masked.</param>
/// <param name="Signature">Whether it is XML with a right signature.</param>
internal sealed record MerchantAnswer(string Text, AnswerSignature Signature)
{
    public const int MaxBytes = 2048;

    public static MerchantAnswer None { get; } = new("", AnswerSignature.None);

    /// <param name="body">What was read, at most <see cref="MaxBytes"/>.</param>
    /// <param name="script">The callback's script name.</param>
    /// <param name="secrets">The merchant's.</param>
    /// <param name="order">The order id of the callback, which an endpoint may repeat.</param>
    public static MerchantAnswer From(ReadOnlySpan<byte> body, string script, MerchantSecrets secrets, string? order = null)
    {
        // PostgreSQL stores no NUL.
        var text = Encoding.UTF8.GetString(body).Replace('\0', '\uFFFD');
        var shown = body.Length < MaxBytes ? Redaction.Apply(text, secrets, order) : Redaction.OfBeginning(text, secrets, order);
        return new MerchantAnswer(shown, GetSignature(text, script, secrets));
    }

    private static AnswerSignature GetSignature(string text, string script, MerchantSecrets secrets)
    {
        var reading = XmlMessage.Read(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t'), Fields.Response);
        if (!reading.IsWellFormed || reading.Parameters[Fields.Signature] is null)
            return AnswerSignature.None;
        return Protocol.Signature.Verify(script, reading.Parameters, secrets.Payout) ? AnswerSignature.Right : AnswerSignature.Wrong;
    }
}

/// <summary>Whether a merchant's XML answer to a callback is signed, and rightly (N-6). Recorded; it decides nothing.</summary>
internal enum AnswerSignature
{
    None = 0,
    Right = 1,
    Wrong = 2,
}
