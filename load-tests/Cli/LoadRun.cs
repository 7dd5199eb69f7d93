using System.CommandLine;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Reports;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Cli;

/// <summary>One scenario from its bench to its exit code.</summary>
internal sealed class LoadRun(LoadRequest request, TimeProvider time, InvocationConfiguration surroundings)
{
    private const string Suite = "freedompay-payouts";

    /// <summary>After Ctrl-C: results that take longer are let be, because what was done to the sandbox must be undone.</summary>
    private static readonly TimeSpan s_lastResults = TimeSpan.FromSeconds(60);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (request.Problem is { } problem)
        {
            await surroundings.Error.WriteLineAsync($"{request.Kind.Name}: {TerminalText.Line(problem)}");
            return ExitCode.Usage;
        }

        try
        {
            await using var bench = await LoadEnvironment.OpenAsync(request.Bench, time, cancellation);
            var run = RunAsync(bench);
            await ((Task)run.WaitAsync(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await (cancellation.IsCancellationRequested ? run.WaitAsync(s_lastResults, time, CancellationToken.None) : run);
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutException && cancellation.IsCancellationRequested)
        {
            await surroundings.Error.WriteLineAsync($"{request.Kind.Name}: interrupted before there were results. Clock, rules and merchants of the sandbox are as before.");
            return ExitCode.Failed;
        }
        catch (Exception fault) when (fault is EnvironmentException or SandboxException or IOException or UnauthorizedAccessException)
        {
            await surroundings.Error.WriteLineAsync($"{request.Kind.Name}: {TerminalText.SetBack(fault.Message)}");
            return ExitCode.Failed;
        }
    }

    private async Task<int> RunAsync(LoadEnvironment bench)
    {
        var size = request.Size;
        await surroundings.Output.WriteLineAsync(
            FormattableString.Invariant($"{request.Kind.Name}: {size.Rate} {request.Kind.RateNoun}, {size.Duration.TotalSeconds:0} s, on {TerminalText.Line(bench.Place)}."));
        if (bench.SharesProcess)
            await surroundings.Output.WriteLineAsync("Load and sandbox share these processors: for figures that count, start the sandbox by itself and name it with --target.");
        await using var scenario = request.Kind.New(bench, size);
        var stats = await Task.Run(() => Load(scenario));
        var observations = await scenario.CloseAsync();
        await surroundings.Output.WriteAsync(CheckReport.Text(observations));
        if (request.Report is { } folder)
        {
            CheckReport.Write(folder, request.Kind.Name, stats, observations);
            await surroundings.Output.WriteLineAsync($"\nReports: {TerminalText.Line(Path.GetFullPath(folder))}");
        }

        var verdict = Verdict.From(stats.Thresholds.Select(threshold => (threshold.CheckExpression, threshold.IsFailed)), observations);
        await surroundings.Output.WriteLineAsync($"\n{verdict.Text}");
        return verdict.ExitCode;
    }

    private NodeStats Load(ILoadScenario scenario)
    {
        var run = NBomberRunner
            .RegisterScenarios(scenario.Create())
            .WithTestSuite(Suite)
            .WithTestName(request.Kind.Name)
            .WithReportingInterval(TimeSpan.FromSeconds(5));
        return (request.Report is { } folder
            ? run.WithReportFolder(folder).WithReportFileName(request.Kind.Name).WithReportFormats(ReportFormat.Html, ReportFormat.Csv, ReportFormat.Md, ReportFormat.Txt)
            : run.WithoutReports()).Run();
    }
}
