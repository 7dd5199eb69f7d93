using System.Globalization;
using AngleSharp.Html.Parser;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Engine.Contracts.Stats;
using FreedomPaySandbox.LoadTests.Engine.Measuring;
using FreedomPaySandbox.LoadTests.Reports;
using FreedomPaySandbox.LoadTests.Reports.Charts;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>Each form of report as a whole, with all that can be in one, and texts that would like to be markup.</summary>
public sealed class LoadReportTests
{
    private const string Hostile = "<script>alert(\"&|\")</script>, a comma";

    private static readonly ScenarioStats s_scenario = new(
        "payouts-mixed",
        Measured(1350, 135, 4.71, Code("ok", 1350)),
        Measured(2, 0.2, 900, Code("HttpRequestException", 2, Hostile)),
        [
            new StepStats("pay", Measured(810, 81, 2.1, Code("ok", 720), Code("process", 90)), Measured(2, 0.2, 900, Code("HttpRequestException", 2, Hostile))),
            new StepStats("ask", Measured(540, 54, 0.86), Measured(0, 0, 0)),
        ],
        TimeSpan.FromSeconds(10))
    {
        Schedule = new Schedule(0, 8, TimeSpan.FromMilliseconds(72.7)),
        Curve = [new CurvePoint(0, 0.4), new CurvePoint(50, 4), new CurvePoint(99, 17), new CurvePoint(100, 48)],
        History =
        [
            new HistoryPoint(TimeSpan.Zero, TimeSpan.FromSeconds(5), 600, 0, 4, 10, 17, 3),
            new HistoryPoint(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), 750, 2, 5, 12, 48, 9),
        ],
    };

    private static readonly LoadReport s_report = new("payouts-mixed", new NodeStats(
        [s_scenario],
        [
            new ThresholdResult("payouts-mixed", null, "stats.Fail.Request.Percent < 1", 0, IsFailed: false, null),
            new ThresholdResult("payouts-mixed", "ask", "step.Ok.Latency.Percent95 < 1", 7, IsFailed: true, "it broke"),
        ],
        TimeSpan.FromSeconds(10))
    {
        StartedAt = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero),
        StopReason = "interrupted",
    })
    {
        Observations = [Observation.Figure("callbacks taken", 808), Observation.Count("callbacks still pending", 0, 0), Observation.Count("dead letters", 2, 0)],
    };

    [Fact]
    public Task A_terminal() => Verify(ConsoleTable.Render(s_report.Stats) + ConsoleTable.Render(s_report.Observations));

    [Fact]
    public Task Markdown() => Verify(MarkdownReport.Render(s_report), "md");

    [Fact]
    public Task A_page() => Verify(HtmlReport.Render(s_report), "html");

    [Fact]
    public async Task A_page_stands_by_itself_and_takes_no_text_for_markup()
    {
        var page = await new HtmlParser().ParseDocumentAsync(HtmlReport.Render(s_report));

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, [src], [href]"));
        Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Missed: see below", page.QuerySelector(".verdict.bad")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll("figure svg[role=img][aria-label]").Length);
        Assert.All(page.QuerySelectorAll("svg path.line").AssertNotEmpty(), line => Assert.Matches("^M[0-9. L]+$", line.GetAttribute("d")!));
        Assert.All(page.QuerySelectorAll("table").AssertNotEmpty(), table => Assert.All(
            table.QuerySelectorAll("tbody tr").AssertNotEmpty(), row => Assert.Equal(table.QuerySelectorAll("thead th").Length, row.QuerySelectorAll("td").Length)));
    }

    [Fact]
    public void A_run_that_went_well_says_so()
    {
        var well = new LoadReport("payouts", new NodeStats([s_scenario], [], TimeSpan.FromSeconds(10)));

        Assert.Contains("All thresholds and checks kept", HtmlReport.Render(well), StringComparison.Ordinal);
        Assert.StartsWith("# payouts: well\n", MarkdownReport.Render(well), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_has_a_row_for_each_scenario_and_step_and_plain_numbers()
    {
        var stats = s_report.Stats with { ScenarioStats = [s_scenario with { ScenarioName = "a \"name\", quoted" }] };
        var rows = CsvReport.Render(s_report with { Stats = stats }).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + 2 * 3, rows.Length);
        Assert.StartsWith("scenario,step,outcome,count,per_second,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("\"a \"\"name\"\", quoted\",,ok,1350,135,", rows[1], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.All(row.Split(',').TakeLast(11), cell => double.Parse(cell, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_run_in_which_nothing_happened_has_a_report()
    {
        var nothing = new ScenarioStats("payouts", Measured(0, 0, 0), Measured(0, 0, 0), [], TimeSpan.Zero);

        var page = HtmlReport.Render(new LoadReport("payouts", new NodeStats([nothing], [], TimeSpan.Zero)));

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(0.7, "0 0.2 0.4 0.6 0.8")]
    [InlineData(5, "0 1 2 3 4 5")]
    [InlineData(150, "0 50 100 150")]
    [InlineData(151, "0 50 100 150 200")]
    [InlineData(99_999, "0 20000 40000 60000 80000 100000")]
    public void An_axis_has_round_numbers_up_to_the_most(double most, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Ticks.UpTo(most).Select(tick => tick.ToString("0.##", CultureInfo.InvariantCulture))));

    private static MeasurementStats Measured(long count, double rate, double ms, params StatusCodeStats[] codes) => new(
        new RequestStats(count, rate, count == 0 ? 0 : 99.85), new LatencyStats(ms / 4, ms, ms * 9, ms / 2, ms, ms * 1.5, ms * 3, ms * 6), codes);

    private static StatusCodeStats Code(string code, long count, string message = "") => new(code, message.Length > 0, message, count, count / 13.52);
}
