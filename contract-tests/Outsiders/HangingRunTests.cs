using System.Diagnostics;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>A test that waits for ever must not take the run with it, and must be counted.</summary>
// From a build server on which a run of the tests stood still until the server itself ended it, and told nothing.
public sealed class HangingRunTests : IDisposable
{
    private const string Results = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun><ResultSummary outcome="Failed">
          <Counters total="12" executed="10" passed="9" failed="1" error="0" timeout="0" />
        </ResultSummary></TestRun>
        """;

    private const string Sequence = """
        <?xml version="1.0"?>
        <TestSequence>
          <Test Name="A.Ends" DisplayName="A.Ends" Source="/a.dll" Completed="True" />
          <Test Name="B.Waits" DisplayName="B.Waits(for: &quot;ever&quot;)" Source="/a.dll" Completed="False" />
        </TestSequence>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("totals-");

    [Fact]
    public void Every_run_of_the_tests_has_an_end()
    {
        var tests = Path.Combine(Page.Repository.FullName, "contract-tests");
        var project = XDocument.Load(Path.Combine(tests, "FreedomPaySandbox.ContractTests.csproj"));
        var settings = XDocument.Load(Path.Combine(tests, project.Descendants("RunSettingsFilePath").Single().Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)));

        var blame = settings.Descendants("DataCollector").Single(collector => (string?)collector.Attribute("friendlyName") == "blame");
        var hang = blame.Descendants("CollectDumpOnTestSessionHang").Single();

        Assert.Equal(("True", "5min", "None"), ((string?)blame.Attribute("enabled"), (string?)hang.Attribute("TestTimeout"), (string?)hang.Attribute("HangDumpType")));
        Assert.Contains("\"longRunningTestSeconds\": 120", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "xunit.runner.json")), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("", "", 0, "0 passed, 0 failed, 0 skipped", "no test ran")]
    [InlineData("", "", 1, "0 passed, 1 failed, 0 skipped", "no test ran\nthe run was cut short, and nothing says by which test")]
    [InlineData(Results, "", 1, "9 passed, 1 failed, 2 skipped", "")]
    [InlineData(Results, Sequence, 1, "9 passed, 2 failed, 2 skipped", "did not end: B.Waits(for: &quot;ever&quot;)")]
    public async Task A_test_that_did_not_end_is_counted_as_failed(string results, string sequence, int status, string line, string said)
    {
        var copy = _folder.CreateSubdirectory("run").CreateSubdirectory("In").CreateSubdirectory("machine");
        var attached = _folder.CreateSubdirectory("attached");
        await WriteAsync(_folder, "run.trx", results);
        await WriteAsync(attached, "Sequence_1.xml", sequence);
        await WriteAsync(copy, "Sequence_1.xml", sequence);

        var (exit, output, error) = await TotalsAsync(status);

        Assert.Equal((1, line, said), (exit, output.Trim(), error.Trim()));
    }

    [UnixFact]
    public async Task A_run_that_passed_is_told_as_passed()
    {
        await WriteAsync(_folder, "run.trx", Results.Replace("passed=\"9\" failed=\"1\"", "passed=\"10\" failed=\"0\"", StringComparison.Ordinal));

        Assert.Equal((0, "\n10 passed, 0 failed, 2 skipped\n", ""), await TotalsAsync(status: 0));
    }

    [Fact]
    public void A_wait_of_many_looks_ends_and_says_what_it_was_for()
    {
        var wait = new PatientWait("a bus", TimeSpan.Zero);

        Assert.Equal("Within 0 s it did not come: a bus.", Assert.Throws<TimeoutException>(() => wait.GoesOn()).Message);
        Assert.True(Patience.For("a bus").GoesOn());
        Assert.InRange(Patience.For("a bus").Left, TimeSpan.Zero, Patience.Limit);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task WriteAsync(DirectoryInfo folder, string name, string text) =>
        text.Length == 0 ? Task.CompletedTask : File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);

    private async Task<(int Exit, string Output, string Error)> TotalsAsync(int status)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Page.Repository.FullName, ".ci", "totals"), _folder.FullName, $"{status}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return (process.ExitCode, await output.WaitAsync(Patience.Limit), await error.WaitAsync(Patience.Limit));
    }
}
