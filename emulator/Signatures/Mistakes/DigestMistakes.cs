using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>The right text hashed with something else than MD5.</summary>
internal static class DigestMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("digest-sha1", DigestKind.Sha1, "The text was hashed with SHA-1; the digest is MD5."),
        Create("digest-sha256", DigestKind.Sha256, "The text was hashed with SHA-256; the digest is MD5."),
        Create("digest-sha512", DigestKind.Sha512, "The text was hashed with SHA-512; the digest is MD5."),
        Create("digest-md5-twice", DigestKind.Md5OfMd5, "The text was hashed twice; it is hashed once."),
        .. Keyed("digest-hmac-md5", DigestKind.HmacMd5, "HMAC-MD5"),
        .. Keyed("digest-hmac-sha1", DigestKind.HmacSha1, "HMAC-SHA-1"),
        .. Keyed("digest-hmac-sha256", DigestKind.HmacSha256, "HMAC-SHA-256"),
        .. Keyed("digest-hmac-sha512", DigestKind.HmacSha512, "HMAC-SHA-512"),
    ];

    // The secret is the key, and may stand in the text as well.
    private static Mistake[] Keyed(string id, DigestKind kind, string name)
    {
        var sentence = $"The digest is {name} with the secret as its key; it is plain MD5, and the secret stands last in the text.";
        return
        [
            Create(id, kind, sentence) with { Aspect = MistakeKind.Digest | MistakeKind.SecretPlace, Change = recipe => recipe with { Digest = kind, SecretPlace = SecretPlace.Nowhere } },
            Create(id, kind, sentence),
        ];
    }

    private static Mistake Create(string id, DigestKind kind, string sentence) =>
        new(id, MistakeKind.Digest, sentence, WritingMistakes.Lines, recipe => recipe with { Digest = kind });
}

/// <summary>Text turned into other bytes than those of UTF-8.</summary>
internal static class CharsetMistakes
{
    private static readonly Encoding s_windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly CodeExample s_lines = new(
        "$sig = md5($text); // $text in UTF-8: no iconv, utf8_encode or mb_convert_encoding before",
        "var bytes = Encoding.UTF8.GetBytes(text);",
        "const sig = createHash('md5').update(text, 'utf8').digest('hex');",
        "data = text.encode(\"utf-8\")",
        "data := []byte(text) // Go's strings are UTF-8: convert what comes in, nothing here");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("charset-windows-1251", "The text was hashed in windows-1251; it is hashed in UTF-8.", s_windows1251),
        Create("charset-ascii", "Letters beyond ASCII were hashed as question marks; the text is hashed in UTF-8.", Encoding.ASCII),
        Create("charset-ascii", "Letters beyond Latin 1 were hashed as question marks; the text is hashed in UTF-8.", Encoding.Latin1),
        Create("charset-utf-16", "The text was hashed in UTF-16; it is hashed in UTF-8.", Encoding.Unicode),
        Create("charset-utf-16", "The text was hashed in UTF-16; it is hashed in UTF-8.", Encoding.BigEndianUnicode),
        Create("charset-utf-8-twice", "The text was turned into UTF-8 twice, as utf8_encode does in PHP with what is UTF-8 already; once is right.", Twice(Encoding.Latin1)),
        Create("charset-utf-8-twice", "The text was turned into UTF-8 twice, as when UTF-8 is read as windows-1252; once is right.", Twice(s_windows1252)),
        Create("charset-utf-8-twice", "The text was turned into UTF-8 twice, as when UTF-8 is read as windows-1251; once is right.", Twice(s_windows1251)),
    ];

    private static Func<SignatureRecipe, SignatureRecipe> Twice(Encoding mistaken) =>
        recipe => recipe.Map(text => Ascii.IsValid(text) ? text : mistaken.GetString(Encoding.UTF8.GetBytes(text)));

    private static Mistake Create(string id, string sentence, Encoding charset) => Create(id, sentence, recipe => recipe with { Charset = charset });

    private static Mistake Create(string id, string sentence, Func<SignatureRecipe, SignatureRecipe> change) => new(id, MistakeKind.Charset, sentence, s_lines, change);
}

/// <summary>
/// A right or wrong digest, written in another way than lower-case hex (S-8). Seen from the text itself, not searched for.
/// </summary>
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
