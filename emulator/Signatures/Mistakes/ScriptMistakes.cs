using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Something else than the last segment of the path in the place of the script (S-1).</summary>
internal static class ScriptMistakes
{
    private static readonly string[] s_otherScripts =
    [
        .. OperationNames.All.Except([OperationNames.TypedCard], StringComparer.Ordinal), "init_payment.php", "get_status.php",
    ];

    private static readonly CodeExample s_lines = new(
        "$script = basename(parse_url($url, PHP_URL_PATH));",
        "var script = new Uri(url).Segments[^1];",
        "const script = new URL(url).pathname.split('/').pop();",
        "script = urlsplit(url).path.rsplit(\"/\", 1)[-1]",
        "script := path.Base(parsed.Path) // parsed, err := url.Parse(address)");

    public static IEnumerable<Mistake> Create(SignatureCase call, CaseMask mask)
    {
        var script = call.Script;
        var shown = script.Length > 0 ? mask.Hide(script) : "nothing";
        var path = GetPath(call.Url);
        var query = GetQuery(call.Url);
        var postLink = call.Fields[Fields.PostLink];

        yield return Common("script-full-path", path, $"The whole path was signed as the script; it is only what follows the last slash: {shown} (S-1).");
        yield return Common("script-leading-slash", $"/{script}", $"The script was signed with the slash before it; it is only {shown} (S-1).");
        yield return Common("script-missing", null, $"The script is missing; the signed text starts with {shown} (S-1).");
        yield return Common("script-payment-php", "payment.php", $"The script was payment.php, as in the documentation's example; here it is {shown} (S-1).");
        yield return Create("script-path-without-slash", path.TrimStart('/'), $"The whole path was signed as the script; it is only what follows the last slash: {shown} (S-1).");
        yield return Create("script-url", call.Url, $"The whole address was signed as the script; it is only what follows the last slash of its path: {shown} (S-1).");
        yield return Create("script-empty", "", $"The script was empty; it is {shown} (S-1).");

        if (query.Length > 0)
        {
            yield return Common("script-query", $"{script}?{query}", $"The script was signed with the query behind it; it ends before the question mark: {shown} (S-1).");
            yield return Create("script-query", $"{path}?{query}", $"The path and the query were signed as the script; it is only what stands between the last slash and the question mark: {shown} (S-1).");
        }

        if (script.EndsWith(".php", StringComparison.Ordinal))
            yield return Create("script-extension", script[..^4], $"The script was signed without its ending .php, which belongs to it: {shown} (S-1).");
        else
            yield return Create("script-extension", $"{script}.php", $"The script was signed with the ending .php, which the path does not have: {shown} (S-1).");

        if (postLink is not null)
            yield return Create("script-of-post-link", ScriptName.ForCallback(postLink), $"The script was that of {Fields.PostLink}, which signs callbacks; a call is signed with that of the called path: {shown} (S-1, S-10).");

        foreach (var other in s_otherScripts.Where(other => other != script))
            yield return Create("script-other-operation", other, $"The script was {other}, another operation's; here it is {shown} (S-1).");
    }

    private static Mistake Common(string id, string? script, string sentence) => Create(id, script, sentence) with { Commonness = Frequency.Common };

    private static Mistake Create(string id, string? script, string sentence) => new(id, MistakeKind.Script, sentence, s_lines, recipe => recipe with { Script = script });

    private static string GetPath(string url)
    {
        var path = url.AsSpan();
        var end = path.IndexOfAny('?', '#');
        if (end >= 0)
            path = path[..end];
        var authority = path.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
            return path.ToString();
        path = path[(authority + 3)..];
        return path.IndexOf('/') is >= 0 and var slash ? path[slash..].ToString() : "/";
    }

    // A signature cannot sign itself: where the fields travel in the query, the signed query was without it.
    private static string GetQuery(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? "" : url[(start + 1)..].Split('#')[0];
        return string.Join('&', query.Split('&').Where(static pair => !pair.StartsWith($"{Fields.Signature}=", StringComparison.Ordinal)));
    }
}
