using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Settings;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From newcomers who started the sandbox by hand, in compose files and in CI, and read what it printed.
[Collection(OwnProcesses.Name)]
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cli-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("http://10.99.99.99:8599", "--url: 10.99.99.99 is no address of this machine. ")]
    [InlineData("http://[fe80::1]:8599", "--url: [fe80::1] cannot be listened on: a link-local address needs its network interface")]
    public async Task An_address_that_cannot_be_bound_is_one_sentence(string url, string beginning)
    {
        await using var sandbox = SandboxProcess.Run("--url", url);

        var end = await sandbox.EndAsync();
        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.StartsWith(beginning, Assert.Single(end.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        await using var first = await SandboxProcess.StartAsync();
        await using var second = SandboxProcess.Run("--url", first.Url.ToString());

        var end = await second.EndAsync();
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("address already in use", Assert.Single(end.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SocketError.AccessDenied, "http://0.0.0.0:80", "--url: port 80 may not be used by this user. Give a port from 1024 on, such as http://0.0.0.0:8585.")]
    [InlineData(SocketError.AddressFamilyNotSupported, "http://[::1]:8585", "--url: this machine does not speak the protocol of [::1]. Give http://127.0.0.1:8585.")]
    public void Why_it_cannot_be_bound_is_told_with_the_next_step(SocketError error, string url, string sentence) =>
        Assert.Equal(sentence, ListenFault.Sentence(url, new SocketException((int)error)));

    [Theory]
    [InlineData("http://sandbox:0")]
    [InlineData("http://sandbox:8585")]
    [InlineData("http://localhost.example:8585")]
    public void A_host_name_that_would_listen_everywhere_is_refused(string url) => Assert.Equal(
        "--url: expected localhost or an IP address: under another name it would listen on all addresses, for which there is http://0.0.0.0:8585.",
        Assert.Single(new SettingSources { Flags = [("url", url)] }.Problems));

    [Theory]
    [InlineData("There is no option --settle-aftr. Did you mean --settle-after?|See --help.", "--settle-aftr", "5s")]
    [InlineData("There is no option --settle-aftr. Did you mean --settle-after?|See --help.", "--settle-aftr=5s")]
    [InlineData("There is no option --payout-secrt. Did you mean --payout-secret?|See serve --help.", "serve", "--payout-secrt", "of-nobody-else")]
    [InlineData("There is no option --ulr. Did you mean --url?|See drift --help.", "drift", "--ulr", "http://localhost:8585")]
    [InlineData("There is no command verfy. Did you mean verify?|See --help.", "verfy")]
    [InlineData("There is an argument too many: an option takes one value.|See healthcheck --help.", "healthcheck", "of-nobody-else")]
    public async Task A_mistyped_flag_is_two_lines(string lines, params string[] arguments)
    {
        await using var sandbox = SandboxProcess.Run(arguments);

        var end = await sandbox.EndAsync();
        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        Assert.Equal(lines.Split('|'), end.Error.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFFsecret-of-a-file", "secret-of-a-file")]
    [InlineData("\uFEFFsecret-of-a-file\r\n", "secret-of-a-file")]
    [InlineData("secret\u0007", null)]
    [InlineData("two\nlines", null)]
    [InlineData("two\r\nlines\r\n", null)]
    [InlineData("\uFEFF", null)]
    [InlineData("\n", null)]
    public void The_mark_of_a_secret_file_is_dropped_and_control_characters_are_refused(string text, string? secret)
    {
        var path = Path.Combine(_directory.FullName, "secret");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        Assert.Equal(secret, SecretFile.Read(path).Text);
    }

    [Theory]
    [InlineData("FPS_SEED", "", "FPS_SEED: expected a whole number. It is empty.")]
    [InlineData("FPS_SEED", "7\r", "FPS_SEED: expected a text without control characters. It holds a carriage return, as lines of a file with Windows line ends do: save that with Unix line ends.")]
    [InlineData("FPS_PAYOUT_SECRET", "secret\r", "FPS_PAYOUT_SECRET: expected a text without control characters. It holds a carriage return, as lines of a file with Windows line ends do: save that with Unix line ends.")]
    [InlineData("FPS_STORE", "/tmp/x.db\r", "FPS_STORE: expected a text without control characters. It holds a carriage return, as lines of a file with Windows line ends do: save that with Unix line ends.")]
    [InlineData("FPS_PAYOUT_SECRET", "sec\u0007ret", "FPS_PAYOUT_SECRET: expected a text without control characters. Take them out.")]
    [InlineData("FPS_STORE", ":memory:", "FPS_STORE: expected the path of a file: a store in memory would be another one for each connection. Leave --store out for a temporary file that is gone at exit.")]
    [InlineData("FPS_STORE", "file::memory:?cache=shared", "FPS_STORE: expected the path of a file: a store in memory would be another one for each connection. Leave --store out for a temporary file that is gone at exit.")]
    public void A_variable_that_is_empty_or_came_from_Windows_says_so(string name, string text, string problem) =>
        Assert.Equal(problem, Assert.Single(new SettingSources { Environment = { [name] = text } }.Problems));

    [Theory]
    [InlineData("settleAfter")]
    [InlineData("payoutSecret")]
    [InlineData("id")]
    public void A_setting_of_merchants_at_the_top_of_a_file_says_where_it_belongs(string name) => Assert.EndsWith(
        $$"""settings.json: {{name}} belongs under merchants: {"merchants": [{"{{name}}": …}]}.""",
        Assert.Single(new SettingSources { File = $$"""{ "{{name}}": "5" }""" }.Problems),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/^salary-/i", true)]
    [InlineData("/^salary-/gi", true)]
    [InlineData("/^salary-/", false)]
    [InlineData("/(?i)^salary-/", false)]
    [InlineData("/a/b-1", false)]
    [InlineData("salary-*", false)]
    public void A_regular_expression_of_another_language_is_refused(string orderId, bool refused)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new[] { new { when = new { orderId }, then = new { outcome = "success" } } });

        var reading = RulesReader.Read(json, OperationNames.All);

        Assert.Equal(refused, reading.Problems.Any(problem => problem.Contains("is a glob, not a regular expression", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_slow_fault_and_a_delayed_callback_without_a_duration_name_what_takes_one()
    {
        Assert.Contains("GatewayFaults.SlowBy(", Assert.Throws<ArgumentException>(() => new RuleThen { Fault = GatewayFaults.Slow }).Message, StringComparison.Ordinal);
        Assert.Contains("CallbackPlans.DelayedBy(", Assert.Throws<ArgumentException>(() => new RuleThen { Callback = CallbackPlans.Delayed }).Message, StringComparison.Ordinal);
    }

    // From a team that serves the sandbox below a path: every link of the dashboard led out of it.
    [Theory]
    [InlineData("")]
    [InlineData("/fp")]
    public async Task Links_of_the_dashboard_begin_with_the_path_of_the_public_address(string asCalled)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxSettings { Merchants = [RunningSandbox.Merchant], PublicUrl = "https://shop.example/fp" });
        var payment = (await sandbox.CallAsync(Sandboxes.SignedCall.Payout()))["pg_payment_id"];

        foreach (var page in new[] { "/", "/requests", "/rules/9970", "/clock", "/merchants", "/findings", "/reset", $"/payouts/9970/{payment}" })
        {
            var html = await sandbox.Client.GetStringAsync(new Uri(asCalled + page, UriKind.Relative));
            var links = System.Text.RegularExpressions.Regex.Matches(html, "(href|action|src|data-events)=\"(?<link>/[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.StartsWith("/fp/", link.Groups["link"].Value, StringComparison.Ordinal));
        }
    }
}
