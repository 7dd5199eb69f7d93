using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Processes;

[Collection(OwnProcesses.Name)]
public sealed class HealthcheckTests
{
    [Fact]
    public async Task A_sandbox_that_is_ready_is_healthy()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var healthcheck = SandboxProcess.Run("healthcheck", "--url", sandbox.Url.ToString());

        Assert.Equal(new ProcessEnd(0, "ready", ""), await healthcheck.EndAsync());
    }

    [Fact]
    public async Task The_address_may_come_from_the_environment_as_the_sandbox_itself_reads_it()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var healthcheck = SandboxProcess.Run(["healthcheck"], new KeyValuePair<string, string>("FPS_URL", $"http://0.0.0.0:{sandbox.Url.Port}"));

        Assert.Equal(new ProcessEnd(0, "ready", ""), await healthcheck.EndAsync());
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_healthy()
    {
        var link = RawEndpoint.Closed();
        await using var healthcheck = SandboxProcess.Run("healthcheck", "--url", link);

        var end = await healthcheck.EndAsync();

        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.StartsWith($"No sandbox answers at {link}: ", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_at_the_address_is_not_healthy()
    {
        await using var other = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(503, "not ready"));
        await using var healthcheck = SandboxProcess.Run("healthcheck", "--url", other.Address);

        Assert.Equal(new ProcessEnd(1, "not ready", ""), await healthcheck.EndAsync());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://localhost")]
    public async Task An_address_that_is_none_is_not_healthy(string url)
    {
        await using var healthcheck = SandboxProcess.Run("healthcheck", "--url", url);

        var end = await healthcheck.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith($"No sandbox answers at {url}: ", end.Error, StringComparison.Ordinal);
    }
}
