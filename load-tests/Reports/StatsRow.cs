using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

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
