using System.Net;
using System.Net.Sockets;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Who connects to what is not there, or not his, learns it at once.</summary>
public sealed class ConnectTests
{
    [Fact]
    public async Task Nobody_answers()
    {
        var address = FreeAddress();
        var fault = await Assert.ThrowsAsync<SandboxException>(() => Sandbox.ConnectAsync(address));
        Assert.StartsWith($"No sandbox answers at {address}: ", fault.Message, StringComparison.Ordinal);
        Assert.Empty(fault.Journal);
    }

    [Fact]
    public async Task What_answers_is_no_sandbox()
    {
        await using var other = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(404), EndpointAnswers.Ok);
        var missing = await Assert.ThrowsAsync<SandboxException>(() => Sandbox.ConnectAsync(new Uri(other.Address)));
        Assert.Contains("is no sandbox, or one of another version: it answers HTTP 404", missing.Message, StringComparison.Ordinal);
        var empty = await Assert.ThrowsAsync<SandboxException>(() => Sandbox.ConnectAsync(new Uri(other.Address)));
        Assert.Contains("what cannot be understood", empty.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-token")]
    public async Task The_token_is_wrong(string? token)
    {
        await using var elsewhere = await RunningSandbox.StartAsync(new SandboxSettings { AdminToken = AdminToken.TryCreate("the-right-token") });
        var refused = await Assert.ThrowsAsync<SandboxException>(() => Sandbox.ConnectAsync(elsewhere.Address, token));
        Assert.Equal((401, "Unauthorized"), (refused.Status, refused.Title));
        Assert.Contains("--admin-token", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another-token", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_runs_elsewhere_runs_on()
    {
        await using var elsewhere = await Sandbox.StartAsync();
        var remote = await Sandbox.ConnectAsync(elsewhere.Address);
        await remote.DisposeAsync();
        await elsewhere.CreateMerchantAsync();
    }

    [Fact]
    public async Task Who_gives_up_is_let_go()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var given = new CancellationTokenSource();
        var waiting = sandbox.Payouts.WaitForAsync(within: Patience.Limit, cancellation: given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
