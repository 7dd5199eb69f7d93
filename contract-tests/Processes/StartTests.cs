using System.Net;
using System.Net.Sockets;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Processes;

[Collection(OwnProcesses.Name)]
public sealed class StartTests
{
    [Theory]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:")]
    [InlineData("http://localhost:0", "http://127.0.0.1:")]
    [InlineData("http://[::1]:0", "http://[::1]:")]
    public async Task The_first_line_says_where_it_listens_and_with_what_to_sign(string url, string bound)
    {
        await using var sandbox = SandboxProcess.Run("--url", url);

        var banner = await sandbox.LineAsync();

        Assert.StartsWith($"Freedom Pay payout sandbox on {bound}", banner, StringComparison.Ordinal);
        Assert.EndsWith(
            " | SQLite, a temporary file | merchant 9970, payout secret sandbox-payout-secret, receive secret sandbox-receive-secret",
            banner,
            StringComparison.Ordinal);
        Assert.DoesNotContain(":0 ", banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_works_with_nothing_but_what_the_first_line_says()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SandboxProcess.StartAsync();
        using var gateway = new HttpClient { BaseAddress = sandbox.Url };

        var answer = await new PayoutCall("ORD1", merchant.Link()).SendAsync(gateway);

        Assert.Equal("ok", answer.Element(Fields.Status)!.Value);
        Assert.Equal("ORD1", (await merchant.NextAsync())[Fields.OrderId]);
    }

    [UnixFact]
    public async Task Configured_secrets_are_never_printed()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500, "hush-hush"));
        await using var sandbox = await SandboxProcess.StartAsync("--id", "77", "--payout-secret", "hush-hush", "--receive-secret", "quiet-quiet");
        using var gateway = new HttpClient { BaseAddress = sandbox.Url };
        var known = Merchant.Default with { Id = 77, Secrets = new MerchantSecrets("hush-hush", "quiet-quiet") };

        await new PayoutCall("hush-hush?", merchant.Link("/hush")) { Merchant = known }.SendAsync(gateway);
        await new PayoutCall("ORD1", merchant.Link("/hush")) { Merchant = known }.SendAsync(gateway);
        await merchant.NextAsync();
        await sandbox.SignalAsync("TERM");
        var end = await sandbox.EndAsync();

        Assert.EndsWith(" | merchant 77, secrets as configured", sandbox.Banner, StringComparison.Ordinal);
        Assert.Contains("merchant 77", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", sandbox.Banner + end.Output + end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet-quiet", sandbox.Banner + end.Output + end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(PayoutCall.Success, end.Output + end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--settle-aftr", "5s")]
    [InlineData("serf")]
    public async Task A_command_line_that_makes_no_sense_ends_with_2_and_names_the_word(params string[] arguments)
    {
        await using var sandbox = SandboxProcess.Run(arguments);

        var end = await sandbox.EndAsync();

        Assert.Equal(2, end.ExitCode);
        Assert.Contains(arguments[0], end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--settle-after", "soon", "--settle-after: expected a duration such as 5s, 30m, 2h or PT5S.")]
    [InlineData("--url", "localhost", "--url: expected an address such as http://localhost:8585 or http://0.0.0.0:8585.")]
    [InlineData("--callback-schedule", "0s,0s", "--callback-schedule: expected up to 100 durations, all but the first above zero, such as 0s,30m,30m, or freedompay, once, steep or long.")]
    [InlineData("--id", "77", "Merchant 77 has no payoutSecret.")]
    [InlineData("--settings", "/nowhere/settings.json", "/nowhere/settings.json: Could not find a part of the path '/nowhere/settings.json'.")]
    public async Task A_setting_that_makes_no_sense_ends_with_2_and_a_sentence(string flag, string value, string sentence)
    {
        await using var sandbox = SandboxProcess.Run(flag, value);

        Assert.Equal(new ProcessEnd(2, "", sentence), await sandbox.EndAsync());
    }

    [Fact]
    public async Task All_mistakes_in_the_environment_are_told_at_once()
    {
        await using var sandbox = SandboxProcess.Run(
            [], new("FPS_SETTLE_AFTR", "5s"), new("FPS_BALANCE", "much"), new("FPS_PAYOUT_SECRT", "hush"));

        Assert.Equal(
            new ProcessEnd(
                2,
                "",
                """
                FPS_BALANCE: expected an amount such as 1000 or 1000.50.
                FPS_PAYOUT_SECRT is not a setting. Did you mean FPS_PAYOUT_SECRET?
                FPS_SETTLE_AFTR is not a setting. Did you mean FPS_SETTLE_AFTER?
                """),
            await sandbox.EndAsync());
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_1_and_names_the_address()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        await using var sandbox = SandboxProcess.Run("--url", url);

        var end = await sandbox.EndAsync();

        Assert.Equal((1, $"Failed to bind to address {url}: address already in use."), (end.ExitCode, end.Error));
    }

    [Fact]
    public async Task A_store_that_is_in_use_ends_with_1_and_says_what_to_do()
    {
        var directory = Directory.CreateTempSubdirectory("process-");
        var path = Path.Combine(directory.FullName, "sandbox.db");
        await using (var first = await SandboxProcess.StartAsync("--store", path))
        {
            Assert.Contains($" | SQLite, {path} | ", first.Banner, StringComparison.Ordinal);
            await using var second = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--store", path);

            var end = await second.EndAsync();

            Assert.Equal(1, end.ExitCode);
            Assert.Equal($"The store {path} is in use by another sandbox. Stop that one, or give this one a file of its own with --store.", end.Error);
        }

        directory.Delete(recursive: true);
    }
}
