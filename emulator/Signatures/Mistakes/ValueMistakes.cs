using System.Net;

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
