using System.Text;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Closing;
using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>A run for a terminal.</summary>
internal static class ConsoleTable
{
    public static string Render(NodeStats stats)
    {
        var text = new StringBuilder();
        foreach (var scenario in stats.ScenarioStats)
            Append(text, scenario);
        if (stats.Thresholds.Count > 0)
        {
            text.Append("\nThresholds\n");
            Append(text, [.. stats.Thresholds.Select(threshold => (string[])[Mark(!threshold.IsFailed), Line(threshold)])], leftColumns: 2);
        }

        if (stats.StopReason is { } reason)
            text.Append("\nStopped early: ").Append(TerminalText.Line(reason)).Append(".\n");
        return text.Replace('\u00a0', ' ').ToString();
    }

    public static string Render(IReadOnlyList<Observation> observations)
    {
        if (observations.Count == 0)
            return "";
        var text = new StringBuilder("\nAfterwards\n");
        Append(
            text,
            [.. observations.Select(seen => (string[])[seen.IsCheck ? Mark(seen.Holds) : "", seen.What, seen.Seen + (seen.Holds ? "" : $"   (due: {seen.Wanted})")])],
            leftColumns: 3);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ScenarioStats scenario)
    {
        text.Append('\n').Append(scenario.ScenarioName).Append(", ").Append(Numbers.Seconds(scenario.Duration)).Append(" s, latencies in ms from the intended start\n");
        Append(text, [["", "", .. StatsRow.Heads], .. StatsRow.From(scenario).Select(row => (string[])[row.Name, row.Outcome, .. row.Cells])], leftColumns: 2);
        text.Append("  ").Append(ScheduleText.Render(scenario.Schedule)).Append('\n');

        var codes = CodeRow.From(scenario);
        if (codes.Count == 0)
            return;
        text.Append("\nWhat came of it\n");
        Append(
            text,
            [.. codes.Select(row => (string[])[row.Name, row.Code.StatusCode, Numbers.Count(row.Code.Count), Numbers.Percent(row.Code.Percent), row.Code.IsError ? row.Code.Message : ""])],
            leftColumns: 2);
    }

    // Names to the left, numbers to the right, and a message at the end as it is.
    private static void Append(StringBuilder text, IReadOnlyList<string[]> rows, int leftColumns)
    {
        rows = [.. rows.Select(row => (string[])[.. row.Select(TerminalText.Line)])];
        var widths = Enumerable.Range(0, rows.Max(row => row.Length)).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        foreach (var row in rows)
        {
            var line = row.Select((cell, column) => column < leftColumns || column >= 4 && row.Length == 5 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append("  ").Append(string.Join("  ", line).TrimEnd()).Append('\n');
        }
    }

    private static string Mark(bool isKept) => isKept ? "kept" : "MISSED";

    private static string Line(ThresholdResult threshold) =>
        (threshold.StepName is { } step ? $"{step}: " : "") + threshold.CheckExpression
        + (threshold.ErrorCount > 0 ? $"   (missed at {threshold.ErrorCount} looks)" : "")
        + (threshold.ExceptionMsg is { } fault ? $"   ({fault})" : "");
}
