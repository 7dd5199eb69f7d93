using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Verification.Reports;

/// <summary>A verification as a page that stands by itself: no script, nothing from elsewhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #d0d7de }
        td:nth-child(2) { white-space: nowrap; font-weight: 600 }
        .right { color: #1a6d2e } .wrong { color: #b3161d } .other { color: #57606a }
        p { margin: .25rem 0 }
        @media (prefers-color-scheme: dark) {
          body { color: #e6edf3; background: #0d1117 } th, td { border-color: #30363d }
          .right { color: #56d364 } .wrong { color: #ff7b72 } .other { color: #9da7b1 }
        }
        """;

    private static readonly string s_style = $"\n{Style.ReplaceLineEndings("\n")}\n";

    // Nothing may be loaded or run, whatever an endpoint's answer would like to be. The style is named by its hash, so that no other
    // counts.
    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)))}'; base-uri 'none'; form-action 'none'";

    public static string Render(VerificationResult verification)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(s_policy).Append("\">\n");
        html.Append("<title>Callback endpoint: ").Append(Text(verification.Summary)).Append("</title>\n<style>").Append(s_style).Append("</style>\n</head>\n<body>\n");
        html.Append("<h1>Callback endpoint</h1>\n<p>").Append(Text(ConsoleReport.Heading(verification.Target))).Append("</p>\n");
        html.Append("<p><strong>").Append(Text(verification.Summary)).Append("</strong></p>\n");
        html.Append("<table>\n<thead><tr><th>Check</th><th>Verdict</th><th>What is right</th><th>Took</th></tr></thead>\n<tbody>\n");
        foreach (var result in verification.Results)
            Append(html, result);
        return html.Append("</tbody>\n</table>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, CheckResult result)
    {
        var look = result.Verdict switch { CheckVerdict.Passed => "right", CheckVerdict.Failed => "wrong", _ => "other" };
        html.Append("<tr><td><code>").Append(Text(result.Check.Id)).Append("</code></td><td class=\"").Append(look).Append("\">").Append(Text(result.Word)).Append("</td><td>");
        html.Append("<p>").Append(Text(result.Check.Title)).Append("</p>");
        foreach (var seen in result.Seen)
            html.Append("<p>").Append(Text(seen)).Append("</p>");
        if (result.Verdict == CheckVerdict.Failed)
            html.Append("<p><strong>Why</strong> ").Append(Text(result.Check.Why)).Append("</p><p><strong>Fix</strong> ").Append(Text(result.Check.Fix)).Append("</p>");
        html.Append("</td><td>").Append(result.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)).Append(" ms</td></tr>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
