using System.Net;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Reports.Charts;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>A run as a page that stands by itself: no script, nothing from elsewhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        :root { --ink: #1b1f24; --soft: #57606a; --rule: #d8dee4; --paper: #fff; --card: #f6f8fa; --good: #1a7f37; --bad: #c1121f; --p50: #0969da; --p95: #bf8700; --p99: #c1121f }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --soft: #9da7b1; --rule: #30363d; --paper: #0d1117; --card: #161b22; --good: #3fb950; --bad: #ff7b72; --p50: #58a6ff; --p95: #d29922; --p99: #ff7b72 }
        }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 84rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--ink); background: var(--paper) }
        h1 { font-size: 1.7rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem } h3 { font-size: .95rem; margin: 0 0 .3rem }
        p { margin: .25rem 0 } .soft { color: var(--soft) }
        .verdict { display: inline-block; margin: .6rem 0 0; padding: .2rem .8rem; border-radius: 1rem; font-weight: 600; color: #fff; background: var(--good) }
        .verdict.bad { background: var(--bad) } @media (prefers-color-scheme: dark) { .verdict { color: #0d1117 } }
        .tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0 } .tile { flex: 1 1 8rem; padding: .7rem 1rem; border: 1px solid var(--rule); border-radius: .5rem; background: var(--card) }
        .tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums } .tile span { color: var(--soft) }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr)); gap: 1rem } figure { margin: 0; padding: .8rem 1rem; border: 1px solid var(--rule); border-radius: .5rem }
        svg { display: block; width: 100%; height: auto } .grid { stroke: var(--rule) } .mark, .unit { font: 11px system-ui, sans-serif; fill: var(--soft) }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round } .area { stroke: none; opacity: .16 }
        .line.ok { stroke: var(--good) } .area.ok { fill: var(--good) } .line.fail { stroke: var(--bad) } .area.fail { fill: var(--bad) }
        .line.p50 { stroke: var(--p50) } .area.p50 { fill: var(--p50) } .line.p95 { stroke: var(--p95) } .area.p95 { fill: var(--p95) } .line.p99 { stroke: var(--p99) }
        .key { margin-right: 1rem; color: var(--soft); font-size: .85rem } .key::before { content: ""; display: inline-block; width: .8rem; height: .2rem; margin: 0 .35rem .2rem 0; background: var(--soft) }
        .key.ok::before { background: var(--good) } .key.fail::before, .key.p99::before { background: var(--bad) } .key.p50::before { background: var(--p50) } .key.p95::before { background: var(--p95) }
        .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { text-align: left; padding: .35rem .7rem; border-bottom: 1px solid var(--rule) }
        th { color: var(--soft); font-weight: 600 } .n { text-align: right } .good { color: var(--good); font-weight: 600 } .bad { color: var(--bad); font-weight: 600 } code { font-size: .9em }
        """;

    private static readonly string s_style = $"\n{Style.ReplaceLineEndings("\n")}\n";

    // Nothing may be loaded or run. The style is named by its hash, so that no other counts.
    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)))}'; base-uri 'none'; form-action 'none'";

    public static string Render(LoadReport report)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append(s_policy).Append("\">\n<title>Load: ")
            .Append(Text(report.Title)).Append("</title>\n<style>").Append(s_style).Append("</style>\n</head>\n<body>\n");
        html.Append("<h1>").Append(Text(report.Title)).Append("</h1>\n<p class=\"soft\">").Append(Text(FormattableString.Invariant($"{report.Stats.StartedAt:yyyy-MM-dd HH:mm} UTC, {Numbers.Seconds(report.Stats.Duration)} s of load")))
            .Append("</p>\n").Append(report.IsWell ? "<p class=\"verdict\">All thresholds and checks kept</p>\n" : "<p class=\"verdict bad\">Missed: see below</p>\n");
        if (report.Stats.StopReason is { } reason)
            html.Append("<p class=\"bad\">Stopped early: ").Append(Text(reason)).Append(".</p>\n");
        foreach (var scenario in report.Stats.ScenarioStats)
            Append(html, scenario, isNamed: report.Stats.ScenarioStats.Count > 1);
        AppendThresholds(html, report.Stats.Thresholds);
        AppendObservations(html, report);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, ScenarioStats stats, bool isNamed)
    {
        if (isNamed)
            html.Append("<h2>").Append(Text(stats.ScenarioName)).Append("</h2>\n");
        html.Append("<div class=\"tiles\">\n");
        foreach (var (value, what) in new[]
        {
            (Numbers.Rate(stats.Ok.Request.RPS), "a second"), (Numbers.Count(stats.AllOkCount), "went well"), (Numbers.Count(stats.AllFailCount), "failed"),
            (Numbers.Ms(stats.Ok.Latency.Percent50) + " ms", "p50"), (Numbers.Ms(stats.Ok.Latency.Percent99) + " ms", "p99"), (Numbers.Ms(stats.Ok.Latency.MaxMs) + " ms", "longest"),
        })
            html.Append("<div class=\"tile\"><b>").Append(Text(value)).Append("</b><span>").Append(what).Append("</span></div>\n");
        html.Append("</div>\n<div class=\"charts\">\n");
        foreach (var chart in ScenarioCharts.Render(stats))
            html.Append("<figure><h3>").Append(Text(chart.Title)).Append("</h3>\n").Append(chart.Svg()).Append("<figcaption>").Append(chart.Legend()).Append("</figcaption></figure>\n");
        html.Append("</div>\n<h2>Latency</h2>\n<p class=\"soft\">Milliseconds from the intended start. ").Append(Text(ScheduleText.Render(stats.Schedule))).Append("</p>\n");
        AppendTable(html, ["", "", .. StatsRow.Heads], StatsRow.From(stats).Select(row => (IReadOnlyList<string>)
            [$"<td>{Text(row.Name)}</td>", row.Outcome == StatsRow.Failed && row.Measured.Request.Count > 0 ? $"<td class=\"bad\">{row.Outcome}</td>" : $"<td>{row.Outcome}</td>", .. row.Cells.Select(cell => $"<td class=\"n\">{Text(cell)}</td>")]), textColumns: 2);
        var codes = CodeRow.From(stats);
        if (codes.Count == 0)
            return;
        html.Append("<h2>What came of it</h2>\n");
        AppendTable(html, ["", "came to", "count", "share", "said"], codes.Select(row => (IReadOnlyList<string>)
        [
            $"<td>{Text(row.Name)}</td>", $"<td{(row.Code.IsError ? " class=\"bad\"" : "")}>{Text(row.Code.StatusCode)}</td>", $"<td class=\"n\">{Text(Numbers.Count(row.Code.Count))}</td>",
            $"<td class=\"n\">{Text(Numbers.Percent(row.Code.Percent))}</td>", $"<td>{Text(row.Code.IsError ? row.Code.Message : "")}</td>",
        ]), textColumns: 2);
    }

    private static void AppendThresholds(StringBuilder html, IReadOnlyList<ThresholdResult> thresholds)
    {
        if (thresholds.Count == 0)
            return;
        html.Append("<h2>Thresholds</h2>\n");
        AppendTable(html, ["", "threshold", "looks that missed it"], thresholds.Select(threshold => (IReadOnlyList<string>)
        [
            Mark(!threshold.IsFailed), $"<td>{Text(threshold.StepName is { } step ? step + ": " : "")}<code>{Text(threshold.CheckExpression)}</code>{Text(threshold.ExceptionMsg is { } fault ? " " + fault : "")}</td>",
            $"<td class=\"n\">{Text(Numbers.Count(threshold.ErrorCount))}</td>",
        ]), textColumns: 2);
    }

    private static void AppendObservations(StringBuilder html, LoadReport report)
    {
        if (report.Observations.Count == 0)
            return;
        html.Append("<h2>Afterwards</h2>\n");
        AppendTable(html, ["", "what", "seen", "due"], report.Observations.Select(seen => (IReadOnlyList<string>)
            [seen.IsCheck ? Mark(seen.Holds) : "<td></td>", $"<td>{Text(seen.What)}</td>", $"<td>{Text(seen.Seen)}</td>", $"<td>{Text(seen.Wanted ?? "")}</td>"]), textColumns: 4);
    }

    private static void AppendTable(StringBuilder html, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, int textColumns)
    {
        html.Append("<div class=\"wide\"><table>\n<thead><tr>")
            .AppendJoin("", heads.Select((head, column) => column < textColumns || head == "said" ? $"<th>{head}</th>" : $"<th class=\"n\">{head}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row).Append("</tr>\n");
        html.Append("</tbody>\n</table></div>\n");
    }

    private static string Mark(bool isKept) => isKept ? "<td class=\"good\">kept</td>" : "<td class=\"bad\">missed</td>";

    private static string Text(string text) => WebUtility.HtmlEncode(TerminalText.Line(text));
}
