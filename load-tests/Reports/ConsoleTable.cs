using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Engine.Measuring;

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

/// <summary>A row of the table of what calls came to; of steps where there are any, for they say more.</summary>
internal sealed record CodeRow(string Name, StatusCodeStats Code)
{
    public static IReadOnlyList<CodeRow> From(ScenarioStats stats) =>
    [
        .. From(stats.ScenarioName, stats.Ok, stats.Fail).Where(row => stats.StepStats.Count == 0 || row.Code.IsError),
        .. stats.StepStats.SelectMany(step => From(step.StepName, step.Ok, step.Fail)),
    ];

    private static IEnumerable<CodeRow> From(string name, MeasurementStats ok, MeasurementStats fail) =>
        ok.StatusCodes.Concat(fail.StatusCodes).Select(code => new CodeRow(name, code));
}

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary>Milliseconds with three digits that say something: <c>0.42</c>, <c>7.31</c>, <c>84.2</c>, <c>1250</c>.</summary>
    public static string Ms(double ms) => ms.ToString(ms < 10 ? "0.00" : ms < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary><c>12 345</c>, with a space that does not break.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    public static string Rate(double rate) => rate.ToString(rate < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    public static string Percent(double percent) => percent.ToString(percent is > 0 and < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + "\u00a0%";

    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>How well the load kept its plan, in a sentence.</summary>
internal static class ScheduleText
{
    public static string Render(Schedule schedule) => (schedule.NotStarted, schedule.Late) switch
    {
        (0, 0) => "On schedule: every iteration began within 50 ms of its moment.",
        (0, var late) => $"Behind schedule: {Numbers.Count(late)} iterations began more than 50 ms late, the worst {Numbers.Ms(schedule.WorstDelay.TotalMilliseconds)} ms.",
        var (dropped, late) => $"Behind schedule: {Numbers.Count(dropped)} iterations were not begun because too many were under way, {Numbers.Count(late)} began more than 50 ms late.",
    };
}

/// <summary>A row of the table of latencies: a scenario or one of its steps, what went well or what failed.</summary>
internal sealed record StatsRow(string Name, string Outcome, MeasurementStats Measured)
{
    public const string Ok = "ok";
    public const string Failed = "failed";

    public static readonly IReadOnlyList<string> Heads = ["count", "/s", "min", "mean", "p50", "p75", "p95", "p99", "max"];

    public IReadOnlyList<string> Cells =>
    [
        Numbers.Count(Measured.Request.Count),
        Numbers.Rate(Measured.Request.RPS),
        .. new[]
        {
            Measured.Latency.MinMs, Measured.Latency.MeanMs, Measured.Latency.Percent50, Measured.Latency.Percent75,
            Measured.Latency.Percent95, Measured.Latency.Percent99, Measured.Latency.MaxMs,
        }.Select(ms => Measured.Request.Count == 0 ? "" : Numbers.Ms(ms)),
    ];

    /// <summary>The scenario and its steps; failures only where there are any, but the scenario's own always.</summary>
    public static IReadOnlyList<StatsRow> From(ScenarioStats stats) =>
    [
        new StatsRow(stats.ScenarioName, Ok, stats.Ok),
        new StatsRow(stats.ScenarioName, Failed, stats.Fail),
        .. stats.StepStats.SelectMany(step => new[] { new StatsRow(step.StepName, Ok, step.Ok), new StatsRow(step.StepName, Failed, step.Fail) })
            .Where(row => row.Measured.Request.Count > 0),
    ];
}
