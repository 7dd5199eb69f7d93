using System.Text;
using FreedomPaySandbox.Emulator.Signatures.Mistakes;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A received <c>pg_sig</c> taken for a digest, and what is wrong with how it is written (S-8).</summary>
/// <param name="Length">How many bytes the digest has.</param>
/// <param name="Writing">What is wrong with how it is written.</param>
internal sealed record ReceivedDigest(int Length, IReadOnlyList<Mistake> Writing)
{
    private const int ShortestHex = 22;

    private readonly byte[]? _bytes;
    private readonly string _hex = "";

    private ReceivedDigest(byte[] bytes, IReadOnlyList<Mistake> writing)
        : this(bytes.Length, writing) => _bytes = bytes;

    private ReceivedDigest(string hex, IReadOnlyList<Mistake> writing)
        : this(16, writing) => _hex = hex;

    /// <summary>The digest, or <see langword="null"/> when the text is none of any known kind.</summary>
    public static ReceivedDigest? Read(string received)
    {
        var text = received.Trim();
        List<Mistake> writing = text.Length == received.Length ? [] : [WritingMistakes.Spaced];
        if (OfHex(text) is { } plain)
            return new ReceivedDigest(plain, text.Any(char.IsAsciiLetterUpper) ? [.. writing, WritingMistakes.UpperCase] : writing);
        if (text.Length % 3 == 2 && OfHex(text.Replace("-", "", StringComparison.Ordinal)) is { } dashed && text[2] == '-')
            return new ReceivedDigest(dashed, [.. writing, WritingMistakes.Dashes]);
        if (text.Length is >= ShortestHex and < 32 && text.All(char.IsAsciiHexDigitLower))
            return new ReceivedDigest(text, [.. writing, WritingMistakes.ZerosDropped]);
        if (OfBase64(text) is not { } bytes)
            return null;
        if (OfHex(Encoding.Latin1.GetString(bytes)) is { } hex)
            return new ReceivedDigest(hex, [.. writing, WritingMistakes.Base64OfHex]);
        return IsDigest(bytes.Length) ? new ReceivedDigest(bytes, [.. writing, WritingMistakes.Base64]) : null;
    }

    public bool Is(ReadOnlySpan<byte> digest)
    {
        if (_bytes is not null)
            return digest.SequenceEqual(_bytes);

        var hex = Convert.ToHexStringLower(digest);
        return string.Equals(hex.TrimStart('0'), _hex, StringComparison.Ordinal) || IsByteByByte(digest);
    }

    // Written with %x for each byte, a byte below 16 loses its zero.
    private bool IsByteByByte(ReadOnlySpan<byte> digest)
    {
        var written = new StringBuilder(32);
        foreach (var octet in digest)
            written.Append($"{octet:x}");
        return written.Equals(_hex);
    }

    private static byte[]? OfHex(string text) =>
        text.Length % 2 == 0 && IsDigest(text.Length / 2) && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    private static byte[]? OfBase64(string text)
    {
        var usual = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var bytes = new byte[usual.Length];
        return Convert.TryFromBase64String(usual.PadRight((usual.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    private static bool IsDigest(int bytes) => bytes is 16 or 20 or 32 or 64;
}
