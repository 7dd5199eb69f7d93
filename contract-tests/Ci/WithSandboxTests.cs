using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Ci;

/// <summary>The script that the recipes for build servers share does what they say.</summary>
[Collection(OwnProcesses.Name)]
public sealed class WithSandboxTests
{
    private static readonly string s_dll = Path.Combine(AppContext.BaseDirectory, "FreedomPaySandbox.Emulator.dll");

    private readonly string _url = $"http://127.0.0.1:{FreePort()}";

    [UnixTheory]
    [InlineData("true", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("dotnet $SANDBOX_DLL healthcheck", 0)]
    [InlineData("dotnet $SANDBOX_DLL drift --url $SANDBOX_URL", 0)]
    public async Task It_ends_as_the_command_does(string command, int exit) => Assert.Equal(exit, (await RunAsync(["bash", "-c", command])).Exit);

    [UnixFact]
    public async Task Findings_make_it_fail_where_the_command_does_not()
    {
        var run = await RunAsync(["bash", "-c", "dotnet $SANDBOX_DLL drift --url $SANDBOX_URL --pay-test-cards"]);

        Assert.Equal(2, run.Exit);
        Assert.Contains("order-id-reused", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Unless_it_is_told_not_to() =>
        Assert.Equal(0, (await RunAsync(["bash", "-c", "dotnet $SANDBOX_DLL drift --url $SANDBOX_URL --pay-test-cards"], ("FPS_STRICT", "false"))).Exit);

    [UnixFact]
    public async Task A_sandbox_that_does_not_start_makes_it_fail_with_its_own_words()
    {
        var run = await RunAsync(["true"], ("FPS_SETTLE_AFTER", "soon"));

        Assert.Equal(1, run.Exit);
        Assert.Contains("FPS_SETTLE_AFTER", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task An_endpoint_that_cannot_be_verified_makes_it_fail() =>
        Assert.Equal(1, (await RunAsync(["true"], ("VERIFY_CALLBACK", "http://127.0.0.1:9/post"))).Exit);

    [UnixFact]
    public async Task Without_a_command_it_says_how_to_use_it() => Assert.Equal(2, (await RunAsync([])).Exit);

    [Fact]
    public void The_recipes_call_the_script() => Assert.All(
        Page.Ci.Blocks("yaml"), recipe => Assert.Contains("with-sandbox.sh", recipe, StringComparison.Ordinal));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<(int Exit, string Error)> RunAsync(string[] words, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Page.Repository.FullName, "docs", "ci", "with-sandbox.sh"));
        foreach (var word in words)
            start.ArgumentList.Add(word);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("FPS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment.Concat([("SANDBOX_DLL", s_dll), ("SANDBOX_URL", _url)]))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(2 * Patience.Limit);
        await output.WaitAsync(Patience.Limit);
        return (process.ExitCode, await error.WaitAsync(Patience.Limit));
    }
}
