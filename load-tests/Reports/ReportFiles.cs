using NBomber.Contracts.Stats;

namespace FreedomPaySandbox.LoadTests.Reports;

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
