namespace FreedomPaySandbox.LoadTests.Reports.Charts;

/// <summary>The charts of one scenario.</summary>
internal static class ScenarioCharts
{
    // The last hundredth of calls, and the last thousandth, take as much room as the first nine tenths.
    private static readonly (double X, string Text)[] s_shares = [.. new[] { 0, 50, 90, 99, 99.9, 99.99 }.Select(percent => (Rarity(percent), FormattableString.Invariant($"{percent} %")))];

    public static IReadOnlyList<LineChart> Render(ScenarioStats stats) => stats.History.Count < 2 ? [Curve(stats)] : [Throughput(stats), Latency(stats), Curve(stats), UnderWay(stats)];

    private static LineChart Throughput(ScenarioStats stats) => new("Iterations a second", "a second",
    [
        new Series("went well", "ok", Over(stats, point => point.OkPerSecond)) { IsArea = true },
        new Series("failed", "fail", Over(stats, point => point.FailPerSecond)) { IsArea = true },
    ]);

    private static LineChart Latency(ScenarioStats stats) => new("Latency of what went well", "ms",
    [
        new Series("p99", "p99", Over(stats, point => point.P99)),
        new Series("p95", "p95", Over(stats, point => point.P95)),
        new Series("p50", "p50", Over(stats, point => point.P50)),
    ]);

    private static LineChart Curve(ScenarioStats stats) => new("So many took at most so long", "ms",
    [
        new Series("all that went well", "p50", [.. stats.Curve.Where(point => point.Percent <= 99.99).Select(point => (Rarity(point.Percent), point.Ms))]) { IsArea = true },
    ])
    {
        MarksX = s_shares,
        UnitX = "share of all",
    };

    private static LineChart UnderWay(ScenarioStats stats) => new("Most iterations under way", "at once",
    [
        new Series("under way at once", "p95", Over(stats, point => point.MostUnderWay)) { IsArea = true },
    ])
    {
        LeastY = 5, // there is no half of one
    };

    private static IReadOnlyList<(double X, double Y)> Over(ScenarioStats stats, Func<Engine.Measuring.HistoryPoint, double> value) =>
        [.. stats.History.Select(point => (point.Middle, value(point)))];

    private static double Rarity(double percent) => Math.Log10(100 / (100 - percent));
}
