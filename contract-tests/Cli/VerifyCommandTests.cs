using System.CommandLine;
using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Verification;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.ContractTests.Cli;

public sealed partial class VerifyCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("verify-");

    [Fact]
    public async Task What_is_wrong_is_told_with_why_and_fix_and_ends_with_2()
    {
        await using var merchant = await ScriptedMerchant.StartAsync(MerchantBug.PaysOnDuplicates);

        var (exit, output, error) = await RunAsync(merchant, "--pg-xml");

        Assert.Equal((2, ""), (exit, error));
        await Verify(Run().Replace(output.Replace(merchant.Address, "http://localhost:5000", StringComparison.Ordinal), "verify-abcdefgh"));
    }

    [Fact]
    public async Task All_right_ends_with_0()
    {
        await using var merchant = await ScriptedMerchant.StartAsync();

        var (exit, output, _) = await RunAsync(merchant, "--pg-xml", "--get");

        Assert.Equal(0, exit);
        Assert.EndsWith("28 checks: 28 right.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task A_merchant_that_knows_payouts_by_payment_id_is_told_of_those_it_made_through_the_sandbox()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = await PayingMerchant.StartAsync(sandbox);
        (await sandbox.PutAsync("/merchants/9970/rules", """{ "rules": [{ "name": "mine", "then": { "settleAfter": "1m", "outcome": "process, then success" } }] }""")).Is(200);

        var (exit, output, error) = await RunAsync(
            "--callback", merchant.Callback, "--order-setup", merchant.Address + "/orders", "--status-probe", merchant.Address + "/orders/{order}", "--sandbox", sandbox.Address.ToString());

        Assert.True(exit == 0, output + error);
        Assert.Contains("not with --sandbox", output, StringComparison.Ordinal);
        Assert.Equal("mine", (await sandbox.GetAsync("/merchants/9970/rules")).Is(200)["rules"][0].GetProperty("name").GetString());
        Assert.All((await sandbox.PayoutsAsync()).AssertNotEmpty(), payout => Assert.StartsWith("verify-", payout.OrderId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "did not answer")]
    [InlineData(null, "answered 404")]
    public async Task A_sandbox_that_is_none_ends_it_with_1(string? address, string said)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = await PayingMerchant.StartAsync(sandbox);

        var (exit, _, error) = await RunAsync(
            "--callback", merchant.Callback, "--order-setup", merchant.Address + "/orders", "--sandbox", address ?? sandbox.Address.ToString(), "--merchant", "4711", "--payout-secret", "s");

        Assert.Equal(1, exit);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task A_secret_that_the_endpoint_shows_is_told_and_not_shown(string form)
    {
        await using var merchant = await ScriptedMerchant.StartAsync(MerchantBug.LeaksTheSecret);
        var report = Path.Combine(_directory.FullName, $"report.{form}");

        // Without a probe, what the endpoint says is shown.
        var (exit, output, _) = await RunAsync("--callback", merchant.Callback, "--merchant", "4711", "--payout-secret", ScriptedMerchant.Secret, "--report", report);

        Assert.Equal(2, exit);
        Assert.Contains("The answer shows the secret.", output, StringComparison.Ordinal);
        Assert.Contains("The answer shows the secret.", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedMerchant.Secret, output + await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_what_to_do_and_ends_with_1()
    {
        var (exit, output, error) = await RunAsync("--callback", "http://127.0.0.1:9/post");

        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("verify: the endpoint cannot be reached (refused). Nothing listens at 127.0.0.1:9", error, StringComparison.Ordinal);
        Assert.Contains("\nStart your service", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_set_up_is_not_held_against_the_endpoint_and_ends_with_1()
    {
        await using var merchant = await ScriptedMerchant.StartAsync();

        var (exit, output, _) = await RunAsync(
            "--callback", merchant.Callback, "--merchant", "4711", "--payout-secret", ScriptedMerchant.Secret, "--order-setup", $"{merchant.Address}/nowhere");

        Assert.Equal(1, exit);
        Assert.Contains("could not be told: --order-setup answered 404.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_told_and_ends_with_1()
    {
        await using var merchant = await ScriptedMerchant.StartAsync();

        var (exit, _, error) = await RunAsync(merchant, "--report", Path.Combine(_directory.FullName, "nowhere", "report.json"));

        Assert.Equal(1, exit);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--merchant", "0")]
    [InlineData("--merchant", "4711")]
    [InlineData("--payout-secret", "")]
    [InlineData("--timeout", "soon")]
    [InlineData("--report", "report.pdf")]
    [InlineData("--status-probe", "http://localhost/orders")]
    [InlineData("--status-probe", "orders/{order}")]
    [InlineData("--order-setup", "")]
    public async Task What_makes_no_sense_is_refused(string option, string value)
    {
        var (exit, _, error) = await RunAsync("--callback", "http://127.0.0.1:9/", option, value);

        Assert.Equal(2, exit);
        Assert.StartsWith("verify: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_cannot_be_called_is_told_for_that()
    {
        var (exit, _, error) = await RunAsync("--callback", "/post");

        Assert.Equal(1, exit);
        Assert.Contains("relative", error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static Task<(int Exit, string Output, string Error)> RunAsync(ScriptedMerchant merchant, params string[] words) => RunAsync(
    [
        "--callback", merchant.Callback, "--merchant", "4711", "--payout-secret", ScriptedMerchant.Secret,
        "--status-probe", merchant.Probe, "--order-setup", merchant.Setup, .. words,
    ]);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { VerifyCommand.Create(_ => null, new SandboxLocation(InContainer: false), TimeProvider.System) };
        var exit = await root.Parse(["verify", .. words]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    [GeneratedRegex("verify-[a-z]{8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
