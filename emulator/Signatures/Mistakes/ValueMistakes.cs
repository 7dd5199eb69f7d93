using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Values signed otherwise than as the text that is sent, decoded (S-5).</summary>
internal static class ValueMistakes
{
    private const string ThatIsSent = "values are signed as plain text and encoded only for sending (S-5).";

    private static readonly CodeExample s_plain = new(
        "$values = array_values($params); // plain; http_build_query($params) encodes for sending",
        "var values = fields.Select(field => field.Value); // plain; FormUrlEncodedContent encodes",
        "const values = names.map(name => params[name]); // plain; URLSearchParams encodes",
        "values = [params[name] for name in names]  # plain; requests.post(data=params) encodes",
        "values = append(values, params[name]) // plain; url.Values.Encode encodes");

    private static readonly CodeExample s_trimmed = new(
        "$params = array_map('trim', $params); // before signing, so that the same texts are sent",
        "fields[name] = value.Trim(); // before signing, so that the same text is sent",
        "params[name] = value.trim(); // before signing, so that the same text is sent",
        "params[name] = value.strip()  # before signing, so that the same text is sent",
        "params[name] = strings.TrimSpace(value) // before signing, so that the same text is sent");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("values-trimmed", MistakeKind.Spaces, "Values were trimmed for signing, and sent with their white space; they are signed exactly as sent (S-5).", static text => text.Trim()) with { Lines = s_trimmed },
        Create("values-line-ends", MistakeKind.Spaces, "Line ends were signed as LF and sent as CR LF; values are signed exactly as sent (S-5).", static text => text.Replace("\r\n", "\n", StringComparison.Ordinal)),
        Create("values-line-ends", MistakeKind.Spaces, "Line ends were signed as CR LF and sent as LF; values are signed exactly as sent (S-5).", static text => text.ReplaceLineEndings("\r\n")),

        .. new (string Kept, bool LowerCase)[] { ("-_.~", false), ("-_.!~*'()", false), ("-_.~/", false), ("-_.~", true) }.Select(style =>
            Create("values-url-encoded", MistakeKind.Escapes, $"Values were signed URL-encoded, a space as %20; {ThatIsSent}", text => Escaping.Percent(text, style.Kept, "%20", style.LowerCase)) with { Commonness = Frequency.Common }),
        .. new (string Kept, bool LowerCase)[] { ("-_.", false), ("-_.~", false), ("-_.!*()", false), ("*-._", false), ("-_.!*()", true) }.Select(style =>
            Create("values-form-encoded", MistakeKind.Escapes, $"Values were signed encoded as in a form, a space as +; {ThatIsSent}", text => Escaping.Percent(text, style.Kept, "+", style.LowerCase)) with { Commonness = Frequency.Common }),
        Create("values-url-decoded", MistakeKind.Escapes, "Values were decoded once more before they were signed, + to a space and %XX to a character; they are signed exactly as sent (S-5).", WebUtility.UrlDecode),

        Create("values-html-escaped", MistakeKind.Escapes, $"Values were signed escaped for HTML, & as &amp;; {ThatIsSent}", static text => Escaping.Markup(text, "&quot;", "&#039;")),
        Create("values-html-escaped", MistakeKind.Escapes, $"Values were signed escaped for HTML, & as &amp;; {ThatIsSent}", static text => Escaping.Markup(text, "&quot;", "&#39;")),
        Create("values-html-escaped", MistakeKind.Escapes, $"Values were signed escaped for HTML, & as &amp;; {ThatIsSent}", Escaping.DotNetHtml),
        Create("values-html-escaped", MistakeKind.Escapes, $"Values were signed escaped for HTML, & as &amp;; {ThatIsSent}", static text => Escaping.Markup(text, "&quot;", null)),
        Create("values-xml-escaped", MistakeKind.Escapes, $"Values were signed as they stand in XML, & as &amp;; {ThatIsSent}", static text => Escaping.Markup(text, null, null)),
        Create("values-xml-escaped", MistakeKind.Escapes, $"Values were signed as they stand in XML, & as &amp;; {ThatIsSent}", static text => Escaping.Markup(text, "&quot;", "&apos;")),

        Create("values-json-escaped", MistakeKind.Escapes, $"Values were signed as they stand in JSON, with \\u and \\/; {ThatIsSent}", static text => Escaping.Json(text, slashes: true)),
        Create("values-json-escaped", MistakeKind.Escapes, $"Values were signed as they stand in JSON, with \\u; {ThatIsSent}", static text => Escaping.Json(text, slashes: false)),
        Create("values-json-escaped", MistakeKind.Escapes, $"Values were signed as they stand in JSON, with \\u; {ThatIsSent}", Escaping.DotNetJson),
    ];

    private static Mistake Create(string id, MistakeKind aspect, string sentence, Func<string, string> change) =>
        new(id, aspect, sentence, s_plain, recipe => recipe.Map(change));
}

/// <summary>An amount signed in one form and sent in another (S-5).</summary>
internal static class AmountMistakes
{
    // Longer ones are no amounts, and might be a card's number.
    private const int LongestAmount = 12;

    private static readonly CodeExample s_lines = new(
        "$params['pg_amount'] = number_format($amount, 2, '.', ''); // then sign and send this",
        "fields[\"pg_amount\"] = amount.ToString(\"0.00\", CultureInfo.InvariantCulture); // then sign",
        "params.pg_amount = amount.toFixed(2); // then sign and send this",
        "params[\"pg_amount\"] = f\"{amount:.2f}\"  # then sign and send this",
        "params[\"pg_amount\"] = fmt.Sprintf(\"%.2f\", amount) // then sign and send this");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("with two decimals, such as 100.00", "0.00") with { Commonness = Frequency.Common },
        Create("without needless decimals, such as 100", "0.##") with { Commonness = Frequency.Common },
        Create("with one decimal, such as 100.0", "0.0#"),
        Create("with one decimal and a comma, such as 100,0", "0.0#", comma: true),
        Create("with a decimal comma, such as 100,00", "0.00", comma: true),
        Create("with a decimal comma, such as 99,5", "0.##", comma: true),
        Create("with a separator of thousands, such as 1,000.00", "#,0.00"),
        Create("without its decimals, such as 99 for 99.50", "0", truncate: true),
        Create("in hundredths, such as 10000 for 100", "0", hundredths: true),
    ];

    private static Mistake Create(string form, string format, bool comma = false, bool truncate = false, bool hundredths = false) => new(
        "amount-reformatted",
        MistakeKind.Amount,
        $"The amount was signed {form}, and sent in another form; it is signed as it is sent, to the letter (S-5).",
        s_lines,
        recipe => recipe.Map((field, text) =>
        {
            if (field.Path is not (Fields.Amount or Fields.PaymentAmount or Fields.ToPay or Fields.Balance or Fields.NetAmount)
                || text.Length > LongestAmount
                || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return text;
            }

            amount = hundredths ? amount * 100 : truncate ? decimal.Truncate(amount) : amount;
            var written = amount.ToString(format, CultureInfo.InvariantCulture);
            return comma ? written.Replace('.', ',') : written;
        }));
}

/// <summary>Writes a text as the functions of several languages do that escape it.</summary>
internal static class Escaping
{
    private static readonly JavaScriptEncoder s_nonAscii = JavaScriptEncoder.Default;

    /// <summary>Percent-encodes all but letters, digits and <paramref name="kept"/>.</summary>
    public static string Percent(string text, string kept, string space, bool lowerCase = false)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || kept.Contains(character, StringComparison.Ordinal))
                written.Append(character);
            else if (character == ' ')
                written.Append(space);
            else
                written.Append('%').Append(octet.ToString(lowerCase ? "x2" : "X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    /// <summary>Replaces the five characters of markup; <see langword="null"/> leaves a quote as it is.</summary>
    public static string Markup(string text, string? quote, string? apostrophe)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        text = quote is null ? text : text.Replace("\"", quote, StringComparison.Ordinal);
        return apostrophe is null ? text : text.Replace("'", apostrophe, StringComparison.Ordinal);
    }

    public static string DotNetHtml(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The inside of a JSON string, all but ASCII as <c>\u….</c></summary>
    public static string Json(string text, bool slashes)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                '/' when slashes => written.Append("\\/"),
                < ' ' or > '~' => written.Append($"\\u{(int)character:x4}"),
                _ => written.Append(character),
            };
        }

        return written.ToString();
    }

    /// <summary>The inside of a JSON string as .NET writes it.</summary>
    public static string DotNetJson(string text) => JsonEncodedText.Encode(text, s_nonAscii).ToString();
}
