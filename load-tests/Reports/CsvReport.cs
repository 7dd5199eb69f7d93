using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>A run for a spreadsheet or a comparison: a row for each scenario and step, with plain numbers (RFC 4180).</summary>
internal static class CsvReport
{
    private static readonly string[] s_heads =
        ["scenario", "step", "outcome", "count", "per_second", "percent", "min_ms", "mean_ms", "p50_ms", "p75_ms", "p95_ms", "p99_ms", "max_ms", "stddev_ms"];

    public static string Render(LoadReport report)
    {
        var text = new StringBuilder();
        Append(text, s_heads);
        foreach (var scenario in report.Stats.ScenarioStats)
        {
            Append(text, scenario.ScenarioName, "", scenario.Ok, scenario.Fail);
            foreach (var step in scenario.StepStats)
                Append(text, scenario.ScenarioName, step.StepName, step.Ok, step.Fail);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string scenario, string step, MeasurementStats ok, MeasurementStats fail)
    {
        Append(text, [scenario, step, StatsRow.Ok, .. Values(ok)]);
        Append(text, [scenario, step, StatsRow.Failed, .. Values(fail)]);
    }

    private static IEnumerable<string> Values(MeasurementStats measured) => new[]
    {
        measured.Request.Count, measured.Request.RPS, measured.Request.Percent, measured.Latency.MinMs, measured.Latency.MeanMs, measured.Latency.Percent50,
        measured.Latency.Percent75, measured.Latency.Percent95, measured.Latency.Percent99, measured.Latency.MaxMs, measured.Latency.StdDev,
    }.Select(number => number.ToString("0.###", CultureInfo.InvariantCulture));

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text) => Quoted(TerminalText.Line(text));

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
