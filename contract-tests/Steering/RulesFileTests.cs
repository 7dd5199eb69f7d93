using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A sandbox that is started with a file of rules.</summary>
[Collection(OwnProcesses.Name)]
public sealed class RulesFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rules-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task It_obeys_the_file_also_for_merchants_that_come_later_and_after_a_reset()
    {
        var file = await WriteAsync("""
            // What every merchant of this sandbox starts with.
            { "rules": [{ "name": "blocked", "when": { "orderId": "salary-*", "first": 1 }, "then": { "outcome": "error 10038" } }] }
            """);
        await using var inbox = await MerchantEndpoint.StartAsync();
        await using var sandbox = await SandboxProcess.StartAsync("--rules", file);
        using var client = new HttpClient { BaseAddress = sandbox.Url };

        var first = SteeredMerchant.Default(client);
        foreach (var merchant in new[] { first, await SteeredMerchant.MakeAsync(client, new { }) })
        {
            Assert.Equal("10038", (await merchant.PayAsync("salary-1", inbox.Link())).Outcome);
            Assert.Equal("ok", (await merchant.PayAsync("salary-2", inbox.Link())).Outcome);
        }

        await first.ResetAsync();

        Assert.Equal("10038", (await first.PayAsync("salary-1", inbox.Link())).Outcome);
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_file_is_said_before_it_ends_with_2()
    {
        var file = await WriteAsync("""
            {
              "rules": [
                { "when": { "orderId": "a*" }, "then": { "outcome": "error 4711" } },
                { "when": { "crad": "*8252" }, "then": { "fault": "slow" } },
                { "then": { "callback": { "name": "duplicat" } } }
              ]
            }
            """);
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--rules", file);

        var end = await sandbox.EndAsync();

        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        await Verify(end.Error);
    }

    [Theory]
    [InlineData("", "malformed JSON at line 1, byte 1. Mend what stands there or before.")]
    [InlineData("{ \"rules\": [", "malformed JSON at line 1, byte 13. Mend what stands there or before.")]
    [InlineData("42", "expected { \"rules\": [ … ] } or the list alone.")]
    public async Task A_file_that_is_no_list_of_rules_is_told_so(string text, string problem)
    {
        var file = await WriteAsync(text);
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--rules", file);

        var end = await sandbox.EndAsync();

        Assert.Equal(new ProcessEnd(2, "", $"--rules: expected rules as docs/rules.md describes them, and found:\n  rules: {problem}"), end);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_too()
    {
        await using var sandbox = SandboxProcess.Run("--url", "http://127.0.0.1:0", "--rules", Path.Combine(_directory.FullName, "none.json"));

        Assert.Equal(new ProcessEnd(2, "", "--rules: expected the path of a file of rules, and there is none."), await sandbox.EndAsync());
    }

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(_directory.FullName, "rules.json");
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
