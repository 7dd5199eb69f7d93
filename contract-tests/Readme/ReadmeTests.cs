using FreedomPaySandbox.ContractTests.Callbacks;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Cli;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>The commands of the README do what it says, and answer what it shows.</summary>
public sealed partial class ReadmeTests
{
    private const string Secret = "sandbox-payout-secret";

    private static readonly string s_answer = Page.Readme.Block("xml", "<?xml");
    private static readonly string s_callback = Page.Readme.Block("text", "pg_payment_id=");

    [Fact]
    public async Task The_start_shows_the_line_shown()
    {
        await using var store = await SandboxStore.OpenAsync(path: null);

        Assert.Equal(Page.Readme.Block("text", "Freedom Pay"), Banner.Line([new SandboxSettings().Url], [Merchant.Default], store));
    }

    [Fact]
    public async Task The_curl_line_gets_the_answer_below_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await SendAsync(sandbox, CurlFields());

        Assert.Equal(Masked(s_answer), Masked(answer.TrimEnd()));
    }

    [Fact]
    public async Task The_same_line_again_is_refused_with_the_code_named()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await SendAsync(sandbox, CurlFields());
        var answer = await SendAsync(sandbox, CurlFields());

        Assert.Contains("<pg_error_code>9991</pg_error_code>", answer, StringComparison.Ordinal);
        Assert.Contains("refused with `9991`", Page.Readme.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callback_has_the_fields_shown()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(Merchant.Default);
        var fields = CurlFields()
            .Where(field => field.Name != "pg_sig")
            .Select(field => field.Name == "pg_post_link" ? new Parameter(field.Name, merchant.Link()) : field);

        await SendAsync(sandbox, IndependentDigest.Sign("p2p2nonreg", fields, Secret));

        Assert.Equal(Masked(s_callback), Masked(string.Join('\n', (await merchant.NextAsync()).Fields.Select(field => $"{field.Name}={field.Value}"))));
    }

    [Fact]
    public void The_messages_shown_are_rightly_signed()
    {
        AssertSigned("p2p2nonreg", CurlFields());
        AssertSigned("p2p2nonreg", XDocument.Parse(s_answer).Root!.Elements().Select(element => new Parameter(element.Name.LocalName, element.Value)));
        AssertSigned("post", s_callback.Split('\n').Select(line => line.Split('=', 2)).Select(pair => new Parameter(pair[0], pair[1])));
    }

    [Fact]
    public void The_sign_command_prints_what_is_shown()
    {
        var command = Page.Readme.Block("sh", "dotnet run --project emulator -- sign");
        Assert.True(ShellWords.TrySplit(command, out var words, out var problem), problem);

        var run = SignRun.Run([.. words.SkipWhile(word => word != "sign").Skip(1)]);

        Assert.Equal((0, Page.Readme.Block("text", "Signed text")), (run.ExitCode, run.Output.TrimEnd()));
    }

    [Fact]
    public void The_settings_file_is_understood()
    {
        var file = Path.GetTempFileName();
        var reader = new SettingsReader();
        try
        {
            File.WriteAllText(file, Page.Readme.Block("json", "{"));
            reader.ReadFile(file);
        }
        finally
        {
            File.Delete(file);
        }

        var settings = reader.Finish();

        Assert.Empty(reader.Problems);
        Assert.Equal([9970, 9971], settings!.Merchants.Select(merchant => merchant.Id));
    }

    [Fact]
    public async Task The_line_that_saves_a_card_saves_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var line = CurlCall().Match(Page.Readme.Block("sh", "curl -X POST"));

        Assert.True((await sandbox.PostAsync(line.Groups["path"].Value, line.Groups["body"].Value)).Is(201).Said("token").Length > 0);
    }

    private static Parameters CurlFields() => new(
        CurlField().Matches(Page.Readme.Block("sh", "curl http")).Select(match => new Parameter(match.Groups["name"].Value, match.Groups["value"].Value)));

    private static async Task<string> SendAsync(RunningSandbox sandbox, Parameters fields) =>
        (await sandbox.SendAsync(new Sandboxes.SignedCall(fields).AsMultipart())).Text;

    private static void AssertSigned(string script, IEnumerable<Parameter> message)
    {
        var fields = new Parameters(message);
        Assert.Equal(IndependentDigest.Compute(script, fields, Secret), fields["pg_sig"]);
    }

    private static string Masked(string message) => WhatVaries().Replace(message, "…");

    [GeneratedRegex("/__admin(?<path>[^ ]+) --json '(?<body>[^']*)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurlCall();

    [GeneratedRegex("-F '(?<name>[^=]+)=(?<value>[^']*)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurlField();

    [GeneratedRegex("(?<=(pg_payment_id|pg_payment_date|pg_datetime|pg_reference|pg_salt|pg_sig)[>=])[^<\n]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhatVaries();
}
