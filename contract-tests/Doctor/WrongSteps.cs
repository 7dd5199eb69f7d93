using System.Globalization;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>What integrators do wrong, written a second time.</summary>
internal static class WrongSteps
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly Encoding s_windows1251 = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;

    public static IReadOnlyList<WrongStep> All { get; } =
    [
        new(1, "script-full-path", signer => signer.Script = Path(signer)),
        new(1, "script-path-without-slash", signer => signer.Script = Path(signer)[1..]),
        new(1, "script-leading-slash", signer => signer.Script = "/" + signer.Script),
        new(1, "script-missing", signer => signer.Script = null),
        new(1, "script-empty", signer => signer.Script = ""),
        new(1, "script-payment-php", signer => signer.Script = "payment.php"),
        new(1, "script-query", signer => signer.Script += signer.Call.Url.Contains('?', StringComparison.Ordinal) ? "?" + signer.Call.Url.Split('?')[1] : ""),
        new(1, "script-url", signer => signer.Script = signer.Call.Url),
        new(1, "script-extension", signer => signer.Script = signer.Script!.EndsWith(".php", StringComparison.Ordinal) ? signer.Script.Replace(".php", "", StringComparison.Ordinal) : signer.Script + ".php"),
        new(1, "script-of-post-link", signer => signer.Script = Value(signer, "pg_post_link").Split('?')[0].Split('/')[^1]),
        new(1, "script-other-operation", signer => signer.Script = signer.Script == "reg2reg" ? "to_iban" : "reg2reg"),

        new(2, "secret-other", signer => signer.Secret = signer.Call.Kind == SecretKind.Payout ? signer.Call.Receive : signer.Call.Payout),
        new(2, "secret-other-merchant", signer => signer.Secret = "the-others-payout-secret"),
        new(2, "secret-empty", signer => signer.Secret = ""),
        new(2, "secret-line-end", signer => signer.Secret += "\n"),
        new(2, "secret-white-space", signer => signer.Secret += " "),
        new(2, "secret-quoted", signer => signer.Secret = $"\"{signer.Secret}\""),
        new(2, "secret-merchant-number", signer => signer.Secret = "9970"),
        new(3, "secret-missing", signer => signer.Assemble = (signing, values) => signing.Script is null ? values : values.Prepend(signing.Script)),
        new(3, "secret-first", signer => signer.Assemble = (signing, values) => signing.Script is null ? values.Prepend(signing.Secret) : [signing.Secret, signing.Script, .. values]),
        new(3, "secret-after-script", signer => signer.Assemble = (signing, values) => signing.Script is null ? values.Prepend(signing.Secret) : [signing.Script, signing.Secret, .. values]),

        new(3, "secret-glued", signer => signer.Assemble = (signing, values) => Glued(signing.Script is null ? [.. values] : [signing.Script, .. values], signing.Secret)),

        new(4, "order-as-sent", signer => signer.Sort = pairs => pairs),
        new(4, "order-by-value", signer => signer.Sort = pairs => pairs.OrderBy(pair => HandSigner.GetHex(pair.Value), StringComparer.Ordinal)),
        new(4, "order-reverse", signer => signer.Sort = pairs => pairs.OrderByDescending(pair => HandSigner.GetHex(pair.Name.Split('[')[0]), StringComparer.Ordinal).ThenByDescending(pair => HandSigner.GetHex(pair.Name), StringComparer.Ordinal)),
        new(4, "order-case-insensitive", signer => signer.Sort = pairs => pairs.OrderBy(pair => HandSigner.GetHex(pair.Name.Split('[')[0].ToUpperInvariant()), StringComparer.Ordinal).ThenBy(pair => HandSigner.GetHex(pair.Name.ToUpperInvariant()), StringComparer.Ordinal)),
        new(4, "order-culture", signer => signer.Sort = pairs => pairs.OrderBy(pair => Culture(pair.Name.Split('[')[0]), StringComparer.Ordinal).ThenBy(pair => Culture(pair.Name), StringComparer.Ordinal)),
        new(4, "order-natural", signer => signer.Sort = pairs => HandSigner.ByBytes([.. pairs.Select(pair => (pair.Name.Replace("param2", "param02", StringComparison.Ordinal), pair.Value))])),
        new(5, "nested-flattened", signer => signer.Sort = pairs => pairs.OrderBy(pair => HandSigner.GetHex(pair.Name), StringComparer.Ordinal)),
        new(5, "nested-unsorted", signer => signer.Sort = pairs => pairs.OrderBy(pair => HandSigner.GetHex(pair.Name.Split('[')[0]), StringComparer.Ordinal)),
        new(5, "nested-by-own-name", signer => signer.Sort = pairs => pairs.OrderBy(pair => HandSigner.GetHex(pair.Name.Split('[')[^1].TrimEnd(']')), StringComparer.Ordinal)),
        new(5, "nested-left-out", signer => signer.Drop(IsNested)),

        new(5, "nested-as-text", signer => signer.Pairs = [.. signer.Pairs.Select(pair => IsNested(pair) ? ("pg_z", "Array") : pair).DistinctBy(pair => pair.Item1 == "pg_z" ? "pg_z" : $"{pair}{signer.Pairs.IndexOf(pair)}", StringComparer.Ordinal)]),

        new(6, "repeated-last-only", signer => signer.Pairs = [.. signer.Pairs.GroupBy(pair => pair.Name, StringComparer.Ordinal).Select(namesakes => namesakes.Last())]),
        new(6, "fields-unknown-left-out", signer => signer.Drop(pair => !pair.Name.StartsWith("pg_", StringComparison.Ordinal))),
        new(6, "sig-included-empty", signer => signer.Pairs.Add(("pg_sig", ""))),
        new(6, "sig-included", signer => signer.Pairs.Add(("pg_sig", new HandSigner(signer.Call).Signature))),
        new(6, "salt-left-out", signer => signer.Drop(pair => pair.Name == "pg_salt")),
        new(7, "field-left-out", signer => signer.Drop(pair => pair.Name == "pg_order_id")),
        new(7, "field-empty-when-signed", signer => signer.Set("pg_description", "")),
        new(7, "field-not-sent", signer => signer.Pairs.AddRange(((string, string)[])[.. IsToCard(signer) && !signer.Pairs.Exists(pair => pair.Name == "pg_user_id") ? [("pg_user_id", "")] : Array.Empty<(string, string)>()])),
        new(8, "amount-reformatted", signer => signer.Set("pg_amount", decimal.Parse(Value(signer, "pg_amount"), CultureInfo.InvariantCulture).ToString("F2", CultureInfo.InvariantCulture))),
        new(8, "amount-reformatted", signer => signer.Set("pg_amount", Value(signer, "pg_amount").Replace(".00", "", StringComparison.Ordinal))),
        new(8, "amount-reformatted", signer => signer.Set("pg_amount", Value(signer, "pg_amount").Replace('.', ','))),
        new(9, "values-trimmed", signer => signer.Map(text => text.Trim())),
        new(9, "values-line-ends", signer => signer.Map(text => text.Replace("\r", "", StringComparison.Ordinal))),
        new(10, "fields-empty-left-out", signer => signer.Drop(pair => pair.Value.Length == 0)),
        new(10, "empty-as-word", signer => signer.Map(text => text.Length == 0 ? "null" : text)),
        new(11, "values-url-encoded", signer => signer.Map(Uri.EscapeDataString)),
        new(11, "values-form-encoded", signer => signer.Map(text => Encoded(text, "-_."))),
        new(11, "values-html-escaped", signer => signer.Map(text => WebUtility.HtmlEncode(text))),
        new(11, "values-html-escaped", signer => signer.Map(text => WebUtility.HtmlEncode(text.Replace('ï', '\u0001').Replace('é', '\u0002').Replace('ü', '\u0003').Replace('ó', '\u0004').Replace('\'', '\u0005')).Replace('\u0001', 'ï').Replace('\u0002', 'é').Replace('\u0003', 'ü').Replace('\u0004', 'ó').Replace("\u0005", "&#039;", StringComparison.Ordinal))),
        new(11, "values-xml-escaped", signer => signer.Map(text => SecurityElement.Escape(text))),
        new(11, "values-json-escaped", signer => signer.Map(text => string.Concat(text.Select(Json)))),
        new(11, "values-url-decoded", signer => signer.Map(text => Uri.UnescapeDataString(text.Replace('+', ' ')))),
        new(12, "charset-windows-1251", signer => signer.Bytes = s_windows1251.GetBytes),
        new(12, "charset-ascii", signer => signer.Bytes = Encoding.ASCII.GetBytes),
        new(12, "charset-utf-8-twice", signer => signer.Bytes = text => [.. Encoding.UTF8.GetBytes(text).SelectMany(octet => octet < 128 ? [octet] : new[] { (byte)(0xC0 | (octet >> 6)), (byte)(0x80 | (octet & 0x3F)) })]),

        new(13, "names-signed", signer => signer.Write = pair => $"{pair.Name}={pair.Value}"),
        new(13, "joined-as-query", signer => (signer.Write, signer.Glue) = (pair => $"{pair.Name}={pair.Value}", "&")),
        new(14, "separator-none", signer => signer.Glue = ""),
        new(14, "separator-other", signer => signer.Glue = "&"),
        new(14, "separator-other", signer => signer.Glue = ","),
        new(14, "separator-other", signer => signer.Glue = "|"),
        new(14, "separator-other", signer => signer.Glue = ":"),
        new(15, "separator-trailing", signer => signer.Finish = text => text + signer.Glue),
        new(15, "separator-leading", signer => signer.Finish = text => signer.Glue + text),

        new(16, "digest-sha1", signer => signer.Hash = SHA1.HashData),
        new(16, "digest-sha256", signer => signer.Hash = SHA256.HashData),
        new(16, "digest-sha512", signer => signer.Hash = SHA512.HashData),
        new(16, "digest-md5-twice", signer => signer.Hash = bytes => MD5.HashData(Encoding.ASCII.GetBytes(HandSigner.Hex(MD5.HashData(bytes))))),
        new(16, "digest-hmac-md5", signer => signer.Hash = bytes => new HMACMD5(Encoding.UTF8.GetBytes(signer.Secret)).ComputeHash(bytes)),
        new(16, "digest-hmac-sha256", signer => signer.Hash = bytes => new HMACSHA256(Encoding.UTF8.GetBytes(signer.Secret)).ComputeHash(bytes)),
        new(17, "hex-upper-case", signer => signer.Digest = Convert.ToHexString),
        new(17, "hex-dashes", signer => signer.Digest = BitConverter.ToString),
        new(17, "base64", signer => signer.Digest = Convert.ToBase64String),
        new(17, "base64-of-hex", signer => signer.Digest = bytes => Convert.ToBase64String(Encoding.ASCII.GetBytes(HandSigner.Hex(bytes)))),
        new(18, "sig-white-space", signer => signer.Digest = WithSpace(signer.Digest)),
    ];

    private static Func<byte[], string> WithSpace(Func<byte[], string> digest) => bytes => digest(bytes) + "\n";

    private static IEnumerable<string> Glued(List<string> words, string secret) => [.. words.SkipLast(1), words[^1] + secret];

    private static bool IsNested((string Name, string Value) pair) => pair.Name.Contains('[', StringComparison.Ordinal);

    private static bool IsToCard(HandSigner signer) => signer.Call.Script == "p2p2nonreg";

    private static string Path(HandSigner signer) => signer.Call.Url.Replace("http://localhost:8585", "", StringComparison.Ordinal).Split('?')[0];

    private static string Value(HandSigner signer, string name) => signer.Call.Fields.Single(pair => pair.Name == name).Value;

    // Underscores, then digits, then letters of whatever case.
    private static string Culture(string name) =>
        string.Concat(name.ToLowerInvariant().Select(character => char.IsLetter(character) ? $"3{character}" : char.IsDigit(character) ? $"2{character}" : $"1{character}"));

    private static string Encoded(string text, string kept) => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => (char)octet switch
    {
        ' ' => "+",
        var plain when Letters.Contains(plain, StringComparison.Ordinal) || kept.Contains(plain, StringComparison.Ordinal) => plain.ToString(),
        _ => "%" + octet.ToString("X2", CultureInfo.InvariantCulture),
    }));

    private static string Json(char character) => character switch
    {
        '"' => "\\\"",
        '/' => "\\/",
        '\r' => "\\r",
        '\n' => "\\n",
        > '\u007E' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => character.ToString(),
    };
}
