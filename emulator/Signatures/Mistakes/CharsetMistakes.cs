using System.Text;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

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
