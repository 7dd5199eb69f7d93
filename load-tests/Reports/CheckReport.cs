using FreedomPaySandbox.LoadTests.Closing;
using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>Puts what was seen after the load into the reports of the load.</summary>
internal static class CheckReport
{
    public static string Text(IReadOnlyList<Observation> observations) => ConsoleTable.Render(observations);

    public static void Write(string folder, string name, NodeStats stats, IReadOnlyList<Observation> observations) =>
        ReportFiles.Write(folder, name, Enum.GetValues<ReportFormat>(), new LoadReport(name, stats) { Observations = observations });
}
