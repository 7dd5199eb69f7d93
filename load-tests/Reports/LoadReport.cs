using FreedomPaySandbox.LoadTests.Closing;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>What a report tells of: the measured load, and what was seen after it.</summary>
internal sealed record LoadReport(string Title, NodeStats Stats)
{
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public bool IsWell => !Stats.Thresholds.Any(threshold => threshold.IsFailed) && Observations.All(seen => seen.Holds);
}

/// <summary>Puts what was seen after the load into the reports of the load.</summary>
internal static class CheckReport
{
    public static string Text(IReadOnlyList<Observation> observations) => ConsoleTable.Render(observations);

    public static void Write(string folder, string name, NodeStats stats, IReadOnlyList<Observation> observations) =>
        ReportFiles.Write(folder, name, Enum.GetValues<ReportFormat>(), new LoadReport(name, stats) { Observations = observations });
}

/// <summary>Writes a report into a folder, in each form that is wanted.</summary>
internal static class ReportFiles
{
    public static void Write(string folder, string name, IReadOnlyList<ReportFormat> formats, LoadReport report)
    {
        Directory.CreateDirectory(folder);
        foreach (var format in formats)
        {
            var (extension, text) = format switch
            {
                ReportFormat.Html => (".html", HtmlReport.Render(report)),
                ReportFormat.Csv => (".csv", CsvReport.Render(report)),
                ReportFormat.Md => (".md", MarkdownReport.Render(report)),
                ReportFormat.Txt => (".txt", ConsoleTable.Render(report.Stats) + ConsoleTable.Render(report.Observations)),
                _ => throw new InvalidOperationException("A form that nobody writes."),
            };
            File.WriteAllText(Path.Combine(folder, name + extension), text);
        }
    }
}
