using System.CommandLine;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Verification.Drift;

namespace FreedomPaySandbox.ContractTests.Drift;

/// <summary>Drift is told where a gateway does otherwise, by the rule, and nowhere else.</summary>
public sealed class DriftTests
{
    private static readonly Merchant s_merchant = Merchant.Default with { Schedule = new CallbackSchedule(TimeSpan.Zero) };

    [Fact]
    public async Task A_sandbox_does_not_differ_from_itself()
    {
        var run = await AgainstAsync(new SandboxSettings { Merchants = [s_merchant] });

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.DoesNotContain("differs", run.Output, StringComparison.Ordinal);
        Assert.Contains("The gateway does as the sandbox does.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign-errors", "Never", "E-1")]
    [InlineData("sign-errors", "Always", "E-1")]
    [InlineData("unknown-merchant-code", "9997", "E-5")]
    [InlineData("unknown-merchant-code", "101", "E-5")]
    [InlineData("duplicate-order", "Accept", "E-9")]
    [InlineData("unknown-cards", "Refuse", "C-2")]
    [InlineData("process-answer", "OkWithPaymentStatus", "C-3")]
    [InlineData("failed-callbacks", "Skip", "N-8")]
    [InlineData("callback-script-name", "PreviousSegment", "S-11")]
    [InlineData("strict-bank-details", "true", "M-1")]
    public async Task A_switch_that_is_flipped_is_told_by_its_rule_alone(string setting, string value, string rule)
    {
        var run = await AgainstAsync(Flipped(setting, value));

        Assert.Equal(2, run.Exit);
        Assert.Equal(rule, string.Join(" ", run.Rules));
    }

    [Fact]
    public async Task What_it_says_as_a_whole() => await Verify((await AgainstAsync(Flipped("duplicate-order", "Accept"))).Output);

    [Fact]
    public void Every_scenario_is_on_its_page() => Assert.Equal(
        Scenarios.All.Select(scenario => $"{scenario.Id} {scenario.Rule} {(scenario.Pays ? "yes" : "no")}"),
        Page.Drift.Rows("Scenario").Select(row => $"{row[0].Trim('`')} {row[1]} {row[2]}"),
        StringComparer.Ordinal);

    [Fact]
    public async Task Without_leave_to_pay_it_only_asks()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_merchant);

        var run = await RunAsync("--url", sandbox.Address.ToString());

        Assert.Equal(0, run.Exit);
        Assert.Empty(await sandbox.PayoutsAsync());
        Assert.DoesNotContain("accepted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_is_compared_again_without_the_gateway()
    {
        var corpus = Path.GetTempFileName();
        try
        {
            var recorded = await AgainstAsync(Flipped("duplicate-order", "Accept"), "--record", corpus);
            var replayed = await RunAsync("--corpus", corpus);

            Assert.Equal((recorded.Exit, string.Join(' ', recorded.Rules)), (replayed.Exit, string.Join(' ', replayed.Rules)));
            var text = await File.ReadAllTextAsync(corpus);
            Assert.DoesNotContain(MerchantSecrets.Published.Payout, text, StringComparison.Ordinal);
            Assert.DoesNotContain("4671593866478252", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(corpus);
        }
    }

    [Theory]
    [InlineData("https://api.freedompay.kg", null, "", "production host")]
    [InlineData("https://api.freedompay.kg", "api.freedompay.kz", "api.freedompay.kg", "production host")]
    [InlineData("https://api.freedompay.kg", "api.freedompay.kg", "no", "")]
    public async Task A_production_host_is_called_only_by_name_and_after_asking(string url, string? named, string typed, string said)
    {
        var run = await RunAsync(typed, ["--url", url, .. named is null ? (string[])[] : ["--production-host", named]]);

        Assert.Equal(1, run.Exit);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--url", "shop")]
    [InlineData("--corpus", "/nowhere/at/all.json")]
    [InlineData("--merchant", "1")]
    public async Task What_cannot_be_looked_at_is_told_for_that(params string[] words)
    {
        var run = await RunAsync(words);

        Assert.Equal(1, run.Exit);
        Assert.StartsWith("drift: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_not_compared()
    {
        var run = await RunAsync("--url", "http://127.0.0.1:1");

        Assert.Equal(1, run.Exit);
        Assert.DoesNotContain("differ", run.Output, StringComparison.Ordinal);
    }

    private static SandboxSettings Flipped(string name, string value)
    {
        var reader = new SettingsReader();
        reader.ReadFlag(name, value);
        reader.ReadFlag("callback-schedule", "0s");
        return reader.Finish() ?? throw new InvalidOperationException(string.Join(' ', reader.Problems));
    }

    private static async Task<DriftOutput> AgainstAsync(SandboxSettings settings, params string[] more)
    {
        await using var sandbox = await RunningSandbox.StartAsync(settings);
        return await RunAsync(["--url", sandbox.Address.ToString(), "--pay-test-cards", .. more]);
    }

    private static Task<DriftOutput> RunAsync(params string[] words) => RunAsync("", words);

    private static async Task<DriftOutput> RunAsync(string typed, string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { DriftCommand.Create(() => typed, _ => null, TimeProvider.System) };
        var exit = await root.Parse(["drift", .. words]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new DriftOutput(exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }
}
