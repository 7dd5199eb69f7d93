using System.Text.RegularExpressions;

namespace FreedomPaySandbox.ContractTests.Processes;

[Collection(OwnProcesses.Name)]
public sealed partial class ConfigTests
{
    [Fact]
    public async Task It_tells_what_is_in_force_and_where_it_came_from()
    {
        await using var config = SandboxProcess.Run(
            ["config", "--settle-after", "90s", "--strict"], new("FPS_URL", "http://localhost:1"), new("FPS_PAYOUT_SECRET", "hush-hush"));

        var (exitCode, output, error) = await config.EndAsync();

        var lines = output.Split('\n').Select(line => Gap().Split(line.TrimEnd())).ToList();
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(["url", "http://localhost:1", "variable FPS_URL"], lines);
        Assert.Contains(["store", "a temporary file", "default"], lines);
        Assert.Contains(["strict", "true", "flag --strict"], lines);
        Assert.Contains(["merchant 9970"], lines);
        Assert.Contains(["settleAfter", "90s", "flag --settle-after"], lines);
        Assert.Contains(["payoutSecret", "••••••", "variable FPS_PAYOUT_SECRET"], lines);
        Assert.Contains(["seed", "-", "default"], lines);
        Assert.DoesNotContain("hush-hush", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--settle-after", "soon")]
    [InlineData("--settings", "/nowhere/settings.json")]
    [InlineData("--id", "77")]
    public async Task It_refuses_what_a_start_refuses(params string[] arguments)
    {
        await using var start = SandboxProcess.Run(arguments);
        await using var config = SandboxProcess.Run(["config", .. arguments]);

        var refused = await start.EndAsync();
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Equal(refused, await config.EndAsync());
    }

    [Fact]
    public async Task Other_commands_read_secrets_from_the_same_files()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-secrets-");
        var path = Path.Combine(folder.FullName, "secret");
        await File.WriteAllTextAsync(path, "hush-hush\n");
        await using var given = SandboxProcess.Run(["sign", "pg_merchant_id=77", "pg_salt=1", "--url", "http://localhost/g2g/balance_status"], new KeyValuePair<string, string>("FPS_PAYOUT_SECRET", "hush-hush"));
        await using var filed = SandboxProcess.Run(["sign", "pg_merchant_id=77", "pg_salt=1", "--url", "http://localhost/g2g/balance_status"], new KeyValuePair<string, string>("FPS_PAYOUT_SECRET_FILE", path));
        await using var missing = SandboxProcess.Run(["sign", "pg_merchant_id=77", "pg_salt=1"], new KeyValuePair<string, string>("FPS_PAYOUT_SECRET_FILE", path + "x"));

        var expected = await given.EndAsync();
        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, await filed.EndAsync());
        Assert.Equal(new ProcessEnd(2, "", "FPS_PAYOUT_SECRET_FILE: expected the path of a file with a secret in it, and there is none."), await missing.EndAsync());
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Other": { "Url": "http://127.0.0.1:1" } } }, "Logging": { "LogLevel": { "Default": "None" } }, "urls": "http://127.0.0.1:1" }""")]
    [InlineData("{ oops")]
    public async Task Settings_of_others_that_lie_in_the_folder_or_environment_are_passed_over(string content)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-elsewhere-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), content);
        await using (var sandbox = SandboxProcess.RunIn(
            folder.FullName, ["--url", "http://127.0.0.1:0"], new("ASPNETCORE_URLS", "http://127.0.0.1:1"), new("ASPNETCORE_ENVIRONMENT", "Development"), new("URLS", "http://127.0.0.1:1")))
        {
            var banner = await sandbox.LineAsync();
            Assert.StartsWith("Freedom Pay payout sandbox on http://127.0.0.1:", banner, StringComparison.Ordinal);
            Assert.DoesNotContain("http://127.0.0.1:1 ", banner, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [GeneratedRegex(" {2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
