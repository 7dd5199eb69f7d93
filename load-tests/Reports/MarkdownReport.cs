using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>A run for a pull request or a wiki.</summary>
internal static class MarkdownReport
{
    public static string Render(LoadReport report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Cell(report.Title)).Append(report.IsWell ? ": well\n" : ": missed\n");
        foreach (var scenario in report.Stats.ScenarioStats)
        {
            text.Append("\n## ").Append(Cell(scenario.ScenarioName)).Append("\n\nMilliseconds from the intended start, over ").Append(Numbers.Seconds(scenario.Duration)).Append(" s. ")
                .Append(ScheduleText.Render(scenario.Schedule)).Append("\n\n");
            Append(text, ["", "", .. StatsRow.Heads], StatsRow.From(scenario).Select(row => (string[])[row.Name, row.Outcome, .. row.Cells]));
            var codes = CodeRow.From(scenario);
            if (codes.Count > 0)
            {
                text.Append('\n');
                Append(text, ["", "came to", "count", "share", "said"], codes.Select(row => (string[])
                    [row.Name, row.Code.StatusCode, Numbers.Count(row.Code.Count), Numbers.Percent(row.Code.Percent), row.Code.IsError ? row.Code.Message : ""]));
            }
        }

        if (report.Stats.Thresholds.Count > 0)
        {
            text.Append("\n## Thresholds\n\n");
            Append(text, ["", "threshold", "looks that missed it"], report.Stats.Thresholds.Select(threshold => (string[])
                [threshold.IsFailed ? "**missed**" : "kept", Named(threshold), Numbers.Count(threshold.ErrorCount)]));
        }

        if (report.Observations.Count > 0)
        {
            text.Append("\n## Afterwards\n\n");
            Append(text, ["", "what", "seen", "due"], report.Observations.Select(seen => (string[])
                [!seen.IsCheck ? "" : seen.Holds ? "kept" : "**missed**", seen.What, seen.Seen, seen.Wanted ?? ""]));
        }

        if (report.Stats.StopReason is { } reason)
            text.Append("\nStopped early: ").Append(Cell(reason)).Append(".\n");
        return text.ToString();
    }

    private static string Named(ThresholdResult threshold) => (threshold.StepName is { } step ? $"{step}: " : "") + threshold.CheckExpression;

    private static void Append(StringBuilder text, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        Append(text, heads);
        Append(text, [.. heads.Select(_ => "---")]);
        foreach (var row in rows)
            Append(text, row);
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Cell)).Append(" |\n");

    private static string Cell(string text) => TerminalText.Line(text.ReplaceLineEndings(" ")).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
