using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>With <c>--strict</c>, findings make a build fail.</summary>
[Collection(OwnProcesses.Name)]
public sealed class StrictTests
{
    [UnixFact]
    public async Task Findings_end_it_with_2_and_are_listed()
    {
        await using var sandbox = await SandboxProcess.StartAsync("--strict");
        await PayAsync(sandbox, "A", "salt 1");
        await PayAsync(sandbox, "B", "salt 2");

        await sandbox.SignalAsync("TERM");

        var end = await sandbox.EndAsync();
        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith("1 finding:\n\ndouble-payout, merchant 9970: Order B pays 100.00 KZT to 440564-XX-XXXX-6150", end.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("--strict")]
    [InlineData("--strict", "true")]
    public async Task Without_any_it_ends_well(params string[] arguments)
    {
        await using var sandbox = await SandboxProcess.StartAsync(arguments);
        await PayAsync(sandbox, "A", "salt 1");

        await sandbox.SignalAsync("TERM");

        Assert.Equal(0, (await sandbox.EndAsync()).ExitCode);
    }

    [UnixFact]
    public async Task Without_strict_findings_change_nothing()
    {
        await using var sandbox = await SandboxProcess.StartAsync("--strict", "false");
        await PayAsync(sandbox, "A", "salt 1");
        await PayAsync(sandbox, "B", "salt 2");

        await sandbox.SignalAsync("TERM");

        Assert.Equal(0, (await sandbox.EndAsync()).ExitCode);
    }

    private static async Task PayAsync(SandboxProcess sandbox, string order, string salt)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Url };
        using var request = SignedCall.Payout(order).With("pg_post_link", "https://shop.test/post").With("pg_salt", salt).AsForm();
        using var response = await http.SendAsync(request);
        Assert.Contains("<pg_status>ok<", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
