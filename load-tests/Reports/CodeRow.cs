using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

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
