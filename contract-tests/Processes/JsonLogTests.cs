using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Processes;

[Collection(OwnProcesses.Name)]
public sealed class JsonLogTests
{
    [UnixFact]
    public async Task Every_line_is_a_JSON_object_and_none_holds_a_secret()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500, "hush-hush"));
        await using var sandbox = SandboxProcess.Run(
            ["--url", "http://127.0.0.1:0", "--id", "77"], new("LOG_FORMAT", "json"), new("FPS_PAYOUT_SECRET", "hush-hush"));
        var banner = await sandbox.LineAsync();
        var url = new Uri(((string)JsonNode.Parse(banner)!["message"]!).Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)));
        using var gateway = new HttpClient { BaseAddress = url };
        var known = Merchant.Default with { Id = 77, Secrets = new MerchantSecrets("hush-hush", "hush-hush") };

        await new PayoutCall("A-1", merchant.Link()) { Merchant = known }.SendAsync(gateway);
        await merchant.NextAsync();
        await sandbox.SignalAsync("TERM");
        var end = await sandbox.EndAsync();

        var entries = end.Output.Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.All(entries, entry => Assert.Equal(["timestamp", "level", "category", "message"], entry.Select(member => member.Key).Take(4), StringComparer.Ordinal));
        var call = entries.Single(entry => (string?)entry["values"]?["order"] == "A-1");
        Assert.Equal(("FreedomPaySandbox.Emulator.Gateway.CallRecorder", "77"), ((string?)call["category"], (string?)call["values"]!["merchant"]));
        Assert.Equal(500, int.Parse(((string)entries.Single(entry => entry["values"]?["number"] is not null)["values"]!["outcome"]!)[..3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain("hush-hush", banner + end.Output + end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(PayoutCall.Success, end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_refused_with_those_there_are()
    {
        await using var sandbox = SandboxProcess.Run([], new KeyValuePair<string, string>("LOG_FORMAT", "logfmt"));

        Assert.Equal(new ProcessEnd(2, "", "LOG_FORMAT: expected text or json."), await sandbox.EndAsync());
    }
}
