using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Logging;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Drift;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Attacks;

// From anybody who can have an order id, an answer, a certificate or a file name shown in a developer's terminal.
[Collection(OwnProcesses.Name)]
public sealed class TerminalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-terminal-");

    /// <summary>
    /// How each command is made to show what others wrote. A command that is not here fails the test that enumerates them.
    /// </summary>
    private static readonly Dictionary<string, Func<Scene, IEnumerable<string[]>>> s_attacks = new(StringComparer.Ordinal)
    {
        ["serve"] = scene =>
        [
            ["--store", scene.File("none", "store.db")],
            ["--rules", scene.File("rules.json")],
            ["--url", $"http://{HostileText.Short}/"],
            ["--url", "http://127.0.0.1:0", "--store", scene.Folder], // a folder is no file
            .. SettingsFiles(scene),
        ],
        ["config"] = scene =>
        [
            ["--store", scene.File("store.db"), "--url", "http://127.0.0.1:0"],
            ["--rules", scene.File("rules.json")],
            ["--id", HostileText.Short],
            .. SettingsFiles(scene),
        ],
        ["healthcheck"] = scene => [["--url", scene.Endpoint], ["--url", scene.Endpoint], ["--url", HostileText.Short], ["--url", $"http://{HostileText.Short}/"], ["--url", $"http://127.0.0.1:1/{HostileText.Plain}"]],
        ["sign"] = scene =>
        [
            ["--url", "http://localhost/g2g/p2p2nonreg", $"pg_order_id={HostileText.Long}", $"{HostileText.Short}=1"],
            ["--url", $"http://localhost/g2g/{HostileText.Short}", "a=1"],
            ["--url", HostileText.Short, "a=1"],
            ["--", "curl", "http://localhost/g2g/p2p2nonreg", "-H", $"X-Name: {HostileText.Short}", "--json", JsonSerializer.Serialize(new { a = HostileText.Long })],
            ["--secret", HostileText.Short, "--url", "http://localhost/g2g/p2p2nonreg", $"a={HostileText.Short}"],
            ["--url", "http://localhost/g2g/p2p2nonreg", $"pg_order_id={HostileText.Plain}", $"{HostileText.Plain}=1"],
            ["--url", $"http://localhost/g2g/p2p2nonreg?{HostileText.Plain}", "a=1"],
            ["--secret", "s", "--url", "http://localhost/g2g/p2p2nonreg", $"{HostileText.Plain}=s"],
            ["--", "curl", "http://localhost/g2g/p2p2nonreg", "-F", $"a={HostileText.Plain}"],
            ["--", "curl", "http://localhost/g2g/p2p2nonreg", $"--{HostileText.Plain}"],
            ["--", "curl", "http://localhost/g2g/p2p2nonreg", "--data-urlencode", $"pg_xml=<request><a>{HostileText.Plain}</a></request>"],
        ],
        ["doctor signature"] = scene =>
        [
            ["--url", "http://localhost/g2g/p2p2nonreg", "pg_merchant_id=9970", $"pg_order_id={HostileText.Long}", $"{HostileText.Short}=1", "pg_salt=1", "pg_sig=00000000000000000000000000000000"],
            ["--url", "http://localhost/g2g/p2p2nonreg", "pg_merchant_id=9970", $"pg_order_id={HostileText.Long}", "pg_salt=1", $"pg_sig={GetDigest(HostileText.Long)}"],
            ["--url", $"http://localhost/{HostileText.Short}", $"pg_merchant_id={HostileText.Short}", "pg_salt=1", $"pg_sig={HostileText.Short}"],
            ["--url", HostileText.Short, "a=1"],
            [$"curl '{HostileText.Short}"],
            ["--url", "http://localhost/g2g/p2p2nonreg", "--body", HostileText.Long, "--content-type", HostileText.Short],
            ["--url", "http://localhost/g2g/p2p2nonreg", "pg_merchant_id=9970", $"pg_order_id={HostileText.Plain}", "pg_salt=1", "pg_sig=00000000000000000000000000000000"],
            ["--", "curl", "http://localhost/g2g/p2p2nonreg", $"--{HostileText.Plain}"],
        ],
        ["doctor callback"] = scene =>
        [
            [scene.Endpoint + "/post"],
            [scene.Endpoint + "/post", "--order", HostileText.Short],
            [$"{scene.Endpoint}/post?x={HostileText.Short}"],
            [scene.Endpoint + "/post"],
            [scene.TlsEndpoint + "/post"],
            [$"http://{HostileText.Short}/"],
            [HostileText.Short],
            [$"{HostileText.Short}://x"],
            [$"{scene.Endpoint}/post?x={HostileText.Plain}"],
        ],
        ["drift"] = scene =>
        [
            ["--url", scene.Gateway],
            ["--corpus", scene.Corpus],
            ["--corpus", scene.File("corpus.json")],
            ["--url", $"http://{HostileText.Short}/"],
        ],
        ["verify"] = scene =>
        [
            ["--callback", scene.Endpoint + "/post", "--timeout", "2", "--report", scene.File("report.xml")],
            ["--callback", scene.Endpoint + "/post", "--timeout", "2", "--status-probe", scene.Endpoint + "/{order}", "--order-setup", scene.Endpoint + "/", "--report", Path.Combine(scene.Folder, "report.xml")],
            ["--callback", scene.Endpoint + "/post", "--sandbox", scene.Endpoint, "--order-setup", scene.Endpoint + "/"],
            ["--callback", scene.TlsEndpoint + "/post"],
            ["--callback", HostileText.Short],
            ["--callback", $"http://127.0.0.1:1/{HostileText.Plain}"],
        ],
    };

    /// <summary>What commands read besides: calls on standard input. Of the others it is left unread.</summary>
    private static readonly Dictionary<string, string[][]> s_readers = new(StringComparer.Ordinal)
    {
        ["sign"] = [["-"]],
        ["doctor signature"] = [["-"], ["--url", "http://localhost/g2g/p2p2nonreg", "--body", "-"]],
    };

    public static TheoryData<string> Commands => [.. Leaves(Emulator.Cli.Commands.Root(), "")];

    public static TheoryData<string> Loads => [.. ScenarioKind.All.Select(kind => kind.Name)];

    [Fact]
    public void Every_command_is_made_to_show_what_others_wrote() => Assert.Equal(
        Leaves(Emulator.Cli.Commands.Root(), "").Order(StringComparer.Ordinal), s_attacks.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nothing_that_a_command_shows_steers_the_terminal(string command)
    {
        await using var scene = await Scene.OpenAsync(_folder.FullName);

        foreach (var arguments in s_attacks[command](scene).Concat(Mistyped))
            await AssertHarmlessAsync(TerminalRun.Emulator, [.. command.Split(' '), .. arguments]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nothing_that_a_command_is_given_by_input_or_environment_steers_the_terminal(string command)
    {
        foreach (var text in new[] { HostileText.Long, HostileText.Plain })
        {
            string[] inputs = [$"curl 'http://localhost/g2g/p2p2nonreg' -d 'pg_order_id={text}' --data-urlencode '{text}=1'", $"curl http://localhost/ '--{text}'", $"curl '{text}", text];
            foreach (var arguments in s_readers.GetValueOrDefault(command, []))
                foreach (var input in inputs)
                    await AssertHarmlessAsync(TerminalRun.Emulator, [.. command.Split(' '), .. arguments], input);

            // All of them at once, each of which is told by itself.
            await AssertHarmlessAsync(TerminalRun.Emulator, [.. command.Split(' '), "--url", text], "", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["FPS_SETTINGS"] = text,
                ["FPS_STORE"] = text,
                ["FPS_PAYOUT_SECRET_FILE"] = text,
                ["FPS_" + text.Replace('=', '-')] = text,
            });
        }
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public async Task Nothing_that_a_load_test_shows_steers_the_terminal(string load)
    {
        await using var scene = await Scene.OpenAsync(_folder.FullName);
        await File.WriteAllTextAsync(scene.File("occupied"), "");

        string[][] attacks =
        [
            ["--target", scene.Endpoint, "--rate", "2", "--duration", "1s", "--report", scene.File("report")],
            ["--report", scene.File("occupied")],
        ];
        foreach (var arguments in attacks)
            await AssertHarmlessAsync(TerminalRun.LoadTests, [load, .. arguments]);
    }

    [Fact]
    public async Task A_load_test_that_was_mistyped_steers_nothing()
    {
        string[][] attacks = [["--target", HostileText.Short], ["--rate", HostileText.Short], ["--rate", HostileText.Plain]];
        foreach (var arguments in attacks.Concat(Mistyped))
            await AssertHarmlessAsync(TerminalRun.LoadTests, ["payouts", .. arguments]);
    }

    [Theory]
    [InlineData(TerminalRun.Emulator)]
    [InlineData(TerminalRun.LoadTests)]
    public async Task A_command_that_there_is_not_steers_nothing(string program)
    {
        await AssertHarmlessAsync(program, [HostileText.Short]);
        await AssertHarmlessAsync(program, [HostileText.Plain]);
    }

    [UnixFact]
    public async Task Nothing_in_the_log_of_a_sandbox_steers_the_terminal()
    {
        await using var scene = await Scene.OpenAsync(_folder.FullName);
        await using var run = TerminalRun.Start(TerminalRun.Emulator, "--url", "http://127.0.0.1:0", "--strict", "true", "--callback-schedule", "0s");
        var banner = await run.FirstLineAsync();
        using var gateway = new HttpClient { BaseAddress = new Uri(banner.Split(' ', ',').First(word => word.StartsWith("http://", StringComparison.Ordinal))) };

        await SendAsync(SignedCall.Payout(HostileText.InXml).With(Fields.PostLink, $"{scene.Endpoint}/post?x={HostileText.InXml}").With(Fields.Description, HostileText.InXml));
        await SendAsync(SignedCall.Payout(HostileText.InXml).With(Fields.PostLink, $"{scene.Endpoint}/post")); // the same order again
        await SendAsync(SignedCall.Payout(HostileText.Short));
        await SendAsync(SignedCall.Payout("tls").With(Fields.PostLink, scene.TlsEndpoint + "/post"));
        await SendAsync(SignedCall.Payout(HostileText.Long).With(Fields.MerchantId, HostileText.InXml));
        await SendAsync(SignedCall.Payout(HostileText.InXml).With(Fields.Signature, HostileText.InXml));
        await SendAsync(SignedCall.Payout("x") with { Path = $"/g2g/{Uri.EscapeDataString(HostileText.Long)}" });
        using (var rules = new StringContent(JsonSerializer.Serialize(new { rules = new[] { new { name = HostileText.Short, when = new { order = HostileText.Short } } } })))
            (await gateway.PutAsync(new Uri("/__admin/rules", UriKind.Relative), rules)).Dispose();
        await scene.Called;

        // What is due is delivered before it ends.
        var log = await run.TerminateAsync();

        Assert.Empty(HostileText.Faults(log));
        Assert.Empty(HostileText.ForgedLines(log));

        async Task SendAsync(SignedCall call)
        {
            using var request = call.AsForm();
            (await gateway.SendAsync(request)).Dispose();
        }
    }

    [Fact]
    public void What_an_exception_quotes_passes_for_no_line_of_the_log()
    {
        var entry = new LogEntry(DateTimeOffset.UnixEpoch, LogLevel.Error, "Gateway", $"It broke\n{HostileText.Long}") { Exception = new InvalidOperationException(HostileText.Long) };

        var lines = TerminalText.Lines(new TextLogFormatter().Line(entry)).ReplaceLineEndings("\n").Split('\n');

        Assert.StartsWith("00:00:00.000 error: It broke\\u000aa", lines[0], StringComparison.Ordinal);
        Assert.All(lines[2..], line => Assert.StartsWith("   ", line, StringComparison.Ordinal));
        Assert.Empty(HostileText.Faults(string.Join('\n', lines)));
    }

    [Fact]
    public async Task What_nobody_foresaw_is_told_without_steering_the_terminal()
    {
        var terminal = new StringWriter();

        var exit = await UnforeseenFault.TellAsync(() => throw new InvalidOperationException(HostileText.Long), terminal);

        Assert.Equal(1, exit);
        Assert.StartsWith("Unhandled exception: System.InvalidOperationException: a\\u001b[31m", terminal.ToString(), StringComparison.Ordinal);
        Assert.Empty(HostileText.Faults(terminal.ToString()).Concat(HostileText.ForgedLines(terminal.ToString())));
    }

    [Fact]
    public async Task What_was_cancelled_has_nothing_to_tell()
    {
        var terminal = new StringWriter();

        Assert.Equal(1, await UnforeseenFault.TellAsync(() => throw new OperationCanceledException(), terminal));
        Assert.Equal(7, await UnforeseenFault.TellAsync(() => Task.FromResult(7), terminal));
        Assert.Empty(terminal.ToString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", " ")]
    [InlineData("a\nb\r\n\nc\u2028d\u0085e", "a\n   b\n   \n   c\n   d\n   e")]
    public void Lines_of_others_are_set_back(string text, string shown) => Assert.Equal(shown, TerminalText.SetBack(text).ReplaceLineEndings("\n"));

    [Fact]
    public void A_line_of_JSON_says_the_same_once_it_is_harmless()
    {
        var line = TerminalText.Lines(new JsonLogFormatter().Line(new LogEntry(DateTimeOffset.UnixEpoch, LogLevel.Error, "Gateway", HostileText.Long)));

        Assert.Empty(HostileText.Faults(line));
        Assert.DoesNotContain('\n', line);
        Assert.Equal(HostileText.Long, JsonDocument.Parse(line).RootElement.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", " ")]
    [InlineData("plain ~ text", "plain ~ text")]
    [InlineData("Төлөм → ok … é 😀", "Төлөм → ok … é 😀")]
    [InlineData("\0\u0001\u001b\u001f", @"\u0000\u0001\u001b\u001f")]
    [InlineData("\t\r\n\v\f", @"\u0009\u000d\u000a\u000b\u000c")]
    [InlineData("\u007f\u0080\u0085\u009b\u009f\u00a0", "\\u007f\\u0080\\u0085\\u009b\\u009f\u00a0")]
    [InlineData("\u061c\u200e\u200f\u202a\u202e\u2066\u2069", @"\u061c\u200e\u200f\u202a\u202e\u2066\u2069")]
    [InlineData("\u2028\u2029\u200b\u200d\u00ad\ufeff", @"\u2028\u2029\u200b\u200d\u00ad\ufeff")]
    [InlineData("a\U000e0041b", @"a\udb40\udc41b")]
    public void What_a_terminal_obeys_is_written_out(string text, string shown) => Assert.Equal(shown, TerminalText.Line(text));

    [Fact]
    public void Half_a_character_is_written_out()
    {
        Assert.Equal(@"\ud83d", TerminalText.Line("\ud83d"));
        Assert.Equal(@"\ude00a\ud83d😀\ude00", TerminalText.Line("\ude00a\ud83d\ud83d\ude00\ude00"));
    }

    [Fact]
    public void Lines_of_our_own_stay_lines()
    {
        Assert.Equal("a\nb\r\nc\\u000d\\u000dd\\u0085\n", TerminalText.Lines("a\nb\r\nc\r\rd\u0085\n"));

        var terminal = new StringWriter { NewLine = "\n" };
        using var writer = new TerminalWriter(terminal) { NewLine = "\n" };
        writer.Write('\u001b');
        writer.Write("a\u009b");
        writer.Write(['\u007f', 'b'], 0, 2);
        writer.Write("c\u202e".AsSpan());
        writer.WriteLine("{0}\u2066", 1);
        writer.WriteLine();

        Assert.Equal("\\u001ba\\u009b\\u007fbc\\u202e1\\u2066\n\n", terminal.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string[]> Mistyped =>
        [[$"--{HostileText.Short}", "1"], [HostileText.Short, HostileText.Short, HostileText.Short], [$"--{HostileText.Plain}", "1"], [HostileText.Plain, HostileText.Plain]];

    // One that is not there, and ones in whose every place such a text stands.
    private static IEnumerable<string[]> SettingsFiles(Scene scene)
    {
        yield return ["--settings", scene.File("none.json")];
        foreach (var text in new[] { HostileText.Long, HostileText.Plain })
        {
            var name = new Dictionary<string, object>(StringComparer.Ordinal) { [text] = text };
            yield return ["--settings", Written("members", name)];
            yield return ["--settings", Written("merchants", new { merchants = new[] { name } })];
            yield return ["--settings", Written("objects", new Dictionary<string, object>(StringComparer.Ordinal) { [text] = name })];
            yield return ["--settings", Written("values", new { url = text, store = text, merchants = new[] { new { id = text, currency = text } } })];
            yield return ["--rules", Written("rules", new { rules = new[] { new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = text, [text] = name } } })];
        }

        string Written(string what, object content)
        {
            var file = scene.File(what);
            File.WriteAllText(file, JsonSerializer.Serialize(content));
            return file;
        }
    }

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(sub => Leaves(sub, path.Length == 0 ? sub.Name : $"{path} {sub.Name}"));

    private static Task AssertHarmlessAsync(string program, string[] arguments) => AssertHarmlessAsync(program, arguments, "");

    private static async Task AssertHarmlessAsync(string program, string[] arguments, string input, Dictionary<string, string>? environment = null)
    {
        var said = await TerminalRun.OfAsync(program, arguments, input, environment ?? []);

        Assert.NotEmpty(said);
        var faults = HostileText.Faults(said).Concat(HostileText.ForgedLines(said)).ToList();
        Assert.True(faults.Count == 0, $"{string.Join(' ', arguments.Select(TerminalText.Line))} < {TerminalText.Line(input)}\n{string.Join('\n', faults.Take(5))}");
    }

    // With which the call would be right but for the script.
    private static string GetDigest(string order) => Signature.Compute(
        "payment.php", new Parameters { { Fields.MerchantId, "9970" }, { Fields.OrderId, order }, { Fields.Salt, "1" } }, SignedCall.PayoutSecret);

    /// <summary>Whom the commands meet.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly HostileEndpoint _endpoint = HostileEndpoint.Start();
        private readonly HostileEndpoint _gateway = new(_ => HostileEndpoint.Answer(
            200, $"<response><pg_status>{HostileText.InXml}</pg_status><pg_error_code>{HostileText.InXml}</pg_error_code></response>", contentType: "application/xml"));

        private readonly MerchantEndpoint _tls;

        private Scene(string folder, MerchantEndpoint tls) => (Folder, _tls) = (folder, tls);

        public string Folder { get; }

        public string Endpoint => _endpoint.Address;

        public string Gateway => _gateway.Address;

        public string TlsEndpoint => _tls.Address;

        public Task Called => _endpoint.Called;

        /// <summary>A recording with such texts in every place.</summary>
        public string Corpus { get; private init; } = "";

        public static async Task<Scene> OpenAsync(string folder)
        {
            var corpus = Path.Combine(folder, "recorded.json");
            var exchanges = new[]
            {
                new Exchange { Scenario = "balance", Step = 1, Path = HostileText.Long, Status = 200, ContentType = HostileText.Long, Fields = [new ExchangeField(HostileText.Long, HostileText.Long)], Signing = SigningState.None },
            };
            await new Recording(HostileText.Long, HostileText.Long, [.. exchanges, .. Scenarios.All.Select(scenario => exchanges[0] with { Scenario = scenario.Id })]).WriteAsync(corpus);
            return new Scene(folder, await MerchantEndpoint.StartTlsAsync(Certificate())) { Corpus = corpus };
        }

        /// <summary>A name of a file that a terminal would obey.</summary>
        public string File(params string[] names) => Path.Combine([Folder, .. names.Select(name => HostileText.Long.Replace('/', '-') + name)]);

        public async ValueTask DisposeAsync()
        {
            await _endpoint.DisposeAsync();
            await _gateway.DisposeAsync();
            await _tls.DisposeAsync();
        }

        private static X509Certificate2 Certificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var name = new X500DistinguishedNameBuilder();
            name.AddCommonName(HostileText.Long[..60]);
            var root = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
            root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
            var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var until = new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var authority = root.CreateSelfSigned(from, until);

            using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            name = new X500DistinguishedNameBuilder();
            name.AddCommonName(HostileText.Short);
            var request = new CertificateRequest(name.Build(), own, HashAlgorithmName.SHA256);
            using var issued = request.Create(authority, from, until, [1, 2, 3, 4]);
            return X509CertificateLoader.LoadPkcs12(issued.CopyWithPrivateKey(own).Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
