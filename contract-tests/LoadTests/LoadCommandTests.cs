using System.CommandLine;
using System.Text.RegularExpressions;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Cli;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class LoadCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("load-");

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    public async Task Without_a_scenario_all_of_them_are_listed_with_what_they_ask(string args)
    {
        var (exit, output, error) = await RunAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((0, ""), (exit, error));
        Assert.All(ScenarioKind.All, kind =>
            Assert.Matches($"\\n  {kind.Name} +{Regex.Escape(kind.Line)}\\n", output));
    }

    [Theory]
    [InlineData("payuots", "load-tests: there is no scenario \"payuots\". Did you mean payouts? --help lists all of them.")]
    [InlineData("storm", "load-tests: there is no scenario \"storm\". Did you mean")]
    [InlineData("payouts --rate many", "payouts: --rate is a whole number from 1 to 20000, and \"many\" is none.")]
    [InlineData("payouts --rate 0", "payouts: --rate is a whole number")]
    [InlineData("payouts --rate 20001", "payouts: --rate is a whole number")]
    [InlineData("soak --duration forever", "soak: --duration is a time from 1s to 7d, such as 30s, 5m or PT5M, and \"forever\" is none.")]
    [InlineData("soak --duration 10ms", "soak: --duration is a time from 1s to 7d")]
    [InlineData("soak --duration P8D", "soak: --duration is a time from 1s to 7d")]
    [InlineData("payouts --target localhost:8585", "payouts: --target is an http address such as http://localhost:8585, and \"localhost:8585\" is none.")]
    [InlineData("payouts --target https://api.freedompay.kg", "payouts: --target is a host of the vendor's where payouts are real. Load a sandbox.")]
    [InlineData("callback-storm --callback /payouts", "callback-storm: --callback is an http address")]
    [InlineData("payouts --merchant me", "payouts: --merchant is a merchant's number, such as 9970, and \"me\" is none.")]
    [InlineData("payouts --merchant 4711", "payouts: only merchant 9970 has a published secret; give this merchant's with --secret or FPS_PAYOUT_SECRET.")]
    [InlineData("payouts --secret s", "payouts: --secret belongs to a merchant; say whose it is with --merchant.")]
    [InlineData("payouts --seed x", "payouts: --seed is a whole number from 0, and \"x\" is none.")]
    [InlineData("payouts --fast", "Unrecognized command or argument '--fast'.")]
    public async Task What_makes_no_sense_is_refused_with_what_would(string args, string said)
    {
        var (exit, _, error) = await RunAsync(args.Split(' '));

        Assert.Equal(2, exit);
        Assert.StartsWith(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_cannot_go_into_a_file()
    {
        var file = Path.Combine(_directory.FullName, "report");
        await File.WriteAllTextAsync(file, "");

        var (exit, _, error) = await RunAsync("payouts", "--report", file);

        Assert.Equal(2, exit);
        Assert.Contains("is a file. Name another one", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storm_on_a_sandbox_that_runs_elsewhere_goes_well_and_takes_its_merchant_away()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var (exit, output, error) = await RunAsync("callback-storm", "--rate", "20", "--target", sandbox.Address.ToString(), "--report", _directory.FullName);

        Assert.True(exit == 0, output + error);
        Assert.Contains($"on the sandbox at {sandbox.Address}, merchant ", output, StringComparison.Ordinal);
        Assert.Contains("kept  callbacks accepted                                 20\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nWell: all 4 thresholds and checks are kept.\n", output, StringComparison.Ordinal);
        Assert.Equal(
            ["callback-storm.csv", "callback-storm.html", "callback-storm.md", "callback-storm.txt"],
            _directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ToList());
        Assert.Contains("callbacks accepted", await File.ReadAllTextAsync(Path.Combine(_directory.FullName, "callback-storm.html")), StringComparison.Ordinal);
        Assert.Empty(await sandbox.Payouts.FindAsync());
    }

    [Fact]
    public async Task The_merchants_own_endpoint_is_called_with_what_it_knows()
    {
        await using var endpoint = await CallbackReceiver.StartAsync(CallbackPlace.Own, new Uri("http://localhost:8585"), 9970, "sandbox-payout-secret", CancellationToken.None);

        var (exit, output, error) = await RunAsync("callback-storm", "--rate", "20", "--callback", endpoint.PostLink);

        Assert.True(exit == 0, output + error);
        Assert.Equal((20, 0), (endpoint.Taken, endpoint.Repeats));
        Assert.Contains("settled to HTTP 200", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_takes_nothing_ends_it_with_1_and_why()
    {
        await using var endpoint = await StartAsync(StatusCodes.Status500InternalServerError);

        var (exit, output, _) = await RunAsync("callback-storm", "--rate", "5", "--duration", "1s", "--callback", endpoint.Urls.Single() + "/payouts");

        Assert.Equal(1, exit);
        Assert.Contains("attempts that ended with HTTP 500", output, StringComparison.Ordinal);
        Assert.Contains("\nMissed 2 of 3:\n  threshold stats.Fail.Request.Count == 0\n  callbacks accepted: 0, and 5 was due\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_ends_with_1()
    {
        var (exit, _, error) = await RunAsync("payouts", "--target", "http://127.0.0.1:9");

        Assert.Equal(1, exit);
        Assert.StartsWith("payouts: No sandbox answers at http://127.0.0.1:9", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_sandbox_can_be_loaded_but_not_steered()
    {
        await using var other = await StartAsync(StatusCodes.Status404NotFound);

        var steered = await RunAsync("lost-answers", "--target", other.Urls.Single());
        var loaded = await RunAsync("payouts", "--target", other.Urls.Single());
        var unknown = await RunAsync("payouts", "--target", other.Urls.Single(), "--merchant", "4711", "--secret", "s", "--rate", "10", "--duration", "1s");

        Assert.Equal((1, 1, 1), (steered.ExitCode, loaded.ExitCode, unknown.ExitCode));
        Assert.Contains("is none. Leave --target out, or name a sandbox.", steered.Error, StringComparison.Ordinal);
        Assert.Contains("Give yours with --merchant and --secret.", loaded.Error, StringComparison.Ordinal);
        Assert.Contains("which is no sandbox, merchant 4711", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("threshold stats.Fail.Request.Percent < 1", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_is_never_shown()
    {
        var (_, output, error) = await RunAsync("payouts", "--merchant", "4711", "--secret", "not-to-be-seen", "--rate", "5", "--duration", "1s");

        Assert.Contains("merchant 4711", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-seen", output + error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task<WebApplication> StartAsync(int status)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await LoadCommand.RunAsync(args, TimeProvider.System, _ => null, new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null });
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
