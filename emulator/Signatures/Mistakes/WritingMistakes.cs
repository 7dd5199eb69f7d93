using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>A right or wrong digest, written in another way than lower-case hex (S-8). Seen from the text itself, not searched for.</summary>
internal static class WritingMistakes
{
    public static CodeExample Lines { get; } = new(
        "$sig = md5($text);",
        "var sig = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));",
        "const sig = createHash('md5').update(text, 'utf8').digest('hex');",
        "sig = hashlib.md5(text.encode(\"utf-8\")).hexdigest()",
        "sig := fmt.Sprintf(\"%x\", md5.Sum([]byte(text)))");

    public static Mistake UpperCase { get; } = Create("hex-upper-case", $"{Fields.Signature} is in upper case; it is compared exactly, in lower-case hex (S-8).");

    public static Mistake Dashes { get; } = Create("hex-dashes", $"{Fields.Signature} has dashes between its bytes; write the hex digits one after the other, in lower case (S-8).");

    public static Mistake ZerosDropped { get; } = Create("hex-zeros-dropped", $"Zeros are missing in {Fields.Signature}: each byte has two hex digits, 32 in all (S-8).");

    public static Mistake Base64 { get; } = Create("base64", $"{Fields.Signature} is the digest in base64; write it in lower-case hex (S-8).");

    public static Mistake Base64OfHex { get; } = Create("base64-of-hex", $"{Fields.Signature} is the hex digest once more in base64; send the hex itself (S-8).");

    public static Mistake Spaced { get; } = Create("sig-white-space", $"White space stands around {Fields.Signature}; it is compared exactly (S-8).");

    private static Mistake Create(string id, string sentence) => new(id, MistakeKind.Writing, sentence, Lines, static recipe => recipe);
}
