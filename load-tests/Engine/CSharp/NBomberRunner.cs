using FreedomPaySandbox.LoadTests.Engine.Running;
using FreedomPaySandbox.LoadTests.Reports;

namespace FreedomPaySandbox.LoadTests.Engine.CSharp;

/// <summary>Puts a run together and runs it.</summary>
internal static class NBomberRunner
{
    public static NBomberContext RegisterScenarios(params ScenarioProps[] scenarios) => new(scenarios);

    public static NBomberContext WithTestSuite(this NBomberContext context, string testSuite) => context with { TestSuite = testSuite };

    public static NBomberContext WithTestName(this NBomberContext context, string testName) => context with { TestName = testName };

    public static NBomberContext WithReportFolder(this NBomberContext context, string reportFolderPath) => context with { ReportFolder = reportFolderPath };

    public static NBomberContext WithReportFileName(this NBomberContext context, string reportFileName) => context with { ReportFileName = reportFileName };

    public static NBomberContext WithReportFormats(this NBomberContext context, params ReportFormat[] reportFormats) =>
        context with { ReportFormats = reportFormats };

    public static NBomberContext WithoutReports(this NBomberContext context) => context with { ReportFolder = null };

    public static NBomberContext WithReportingInterval(this NBomberContext context, TimeSpan interval) => context with { ReportingInterval = interval };

    /// <summary>Runs all scenarios at once, with progress and results on the console.</summary>
    public static NodeStats Run(this NBomberContext context)
    {
        var stats = new Session(context, Machine.Real, Console.Out).RunAsync().GetAwaiter().GetResult();
        Console.Out.Write(ConsoleTable.Render(stats));
        if (context.ReportFolder is { } folder)
            ReportFiles.Write(folder, context.ReportFileName, context.ReportFormats, new LoadReport(context.TestName, stats));
        return stats;
    }
}
