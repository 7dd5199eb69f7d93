using System.Net;
using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Outsiders;

[Collection(OwnProcesses.Name)]
public sealed class ProbeTests
{
    // Nothing listens there: a proxy of a company that the sandbox has nothing to do with.
    private static readonly KeyValuePair<string, string>[] s_proxy =
        [new("http_proxy", "http://127.0.0.1:9"), new("HTTP_PROXY", "http://127.0.0.1:9"), new("ALL_PROXY", "http://127.0.0.1:9")];

    // From an Alpine image whose probe is `wget --spider`: it got 405, for ever.
    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    [InlineData("/status/healthcheck")]
    [InlineData("/__admin/health")]
    [InlineData("/__admin/payouts")]
    [InlineData("/__admin/openapi.json")]
    [InlineData("/")]
    [InlineData("/requests")]
    [InlineData("/dashboard/events")]
    public async Task Whatever_can_be_got_can_be_asked_for_its_headers(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));

        using var answer = await sandbox.Client.SendAsync(request).WaitAsync(Callbacks.Patience.Limit);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_payout_is_not_made_by_asking_for_its_headers()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var call = SignedCall.Payout().AsQuery();
        call.Method = HttpMethod.Head;
        call.RequestUri = new Uri(call.RequestUri!.OriginalString, UriKind.Relative);

        using var answer = await sandbox.Client.SendAsync(call);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("1000000000", await sandbox.BalanceAsync());
    }

    // From a company whose images all have http_proxy set: a healthy container was unhealthy for ever.
    [Fact]
    public async Task The_health_check_asks_no_proxy()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var check = SandboxProcess.Run(["healthcheck", "--url", sandbox.Url.ToString()], s_proxy);

        Assert.Equal((0, "ready"), await check.EndAsync() is var end ? (end.ExitCode, end.Output.Trim()) : default);
    }

    [Fact]
    public async Task Drift_asks_a_sandbox_nearby_without_a_proxy()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var drift = SandboxProcess.Run(["drift", "--url", sandbox.Url.ToString()], s_proxy);

        Assert.Equal(0, (await drift.EndAsync()).ExitCode);
    }

    // From a pipeline that took "11 differences" for news of the vendor, and had mistyped the port.
    [Fact]
    public async Task Drift_that_could_not_ask_says_so_and_ends_with_1()
    {
        await using var drift = SandboxProcess.Run(["drift", "--url", "http://127.0.0.1:9"]);

        var end = await drift.EndAsync();
        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("drift: http://127.0.0.1:9 could not be asked: ", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("difference", end.Output, StringComparison.Ordinal);
    }
}
