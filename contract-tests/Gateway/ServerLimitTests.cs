using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>What no merchant sends, said on a bare socket: refused by a status, or hung up on, and the next good call works.</summary>
public sealed class ServerLimitTests
{
    private const string Call = "GET /g2g/balance_status HTTP/1.1\r\nHost: sandbox\r\n";

    public static TheoryData<string, string> TooMuch => new()
    {
        { "431", $"{Call}{Headers(ServerLimits.HeaderCount + 1)}\r\n" },
        { "431", $"{Call}X: {new string('x', ServerLimits.HeaderBytes)}\r\n\r\n" },
        { "431", $"{Call}Cookie: {new string('x', 20_000)}\r\nX: {new string('x', 20_000)}\r\n\r\n" },
        { "414", $"GET /{new string('x', ServerLimits.RequestLineBytes)} HTTP/1.1\r\nHost: sandbox\r\n\r\n" },
        { "413", "POST /g2g/p2p2nonreg HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n" },
        { "413", "POST /__admin/merchants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n" },
        { "400", "GET / HTTP/1.1\r\n\r\n" },
        { "400", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" },
        { "400", $"{Call}Content-Length: -1\r\n\r\n" },
        { "400", $"POST /g2g/p2p2nonreg HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc" },
        { "400", "nonsense\r\n\r\n" },
        { "505", "GET / HTTP/7.0\r\nHost: sandbox\r\n\r\n" },
    };

    [Theory, MemberData(nameof(TooMuch))]
    public async Task What_is_too_much_or_no_HTTP_is_refused_by_its_status(string status, string request)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", await SayAsync(sandbox.Address, request), StringComparison.Ordinal);
        await Aftermath.IsCleanAsync(sandbox);
    }

    [Fact]
    public async Task As_much_as_is_allowed_is_taken()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.StartsWith("HTTP/1.1 200 ", await SayAsync(sandbox.Address, $"{Call}{Headers(ServerLimits.HeaderCount - 2)}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await SayAsync(sandbox.Address, $"{Call}X: {new string('x', ServerLimits.HeaderBytes - 100)}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_is_refused_with_a_sentence()
    {
        // The server goes by its own clock; more than a second is the least it takes.
        var builder = Sandbox.NewBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.1)));
        var store = SandboxStore.OpenAsync(path: null);
        await using var app = await Sandbox.BuildAsync(builder, new SandboxSettings { Url = "http://127.0.0.1:0" }, store, TimeProvider.System);
        await app.StartAsync();

        var answer = await SayAsync(new Uri(app.Urls.Single()), "POST /g2g/p2p2nonreg HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Fact]
    public async Task Connections_and_their_patience_are_bounded()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var limits = sandbox.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(limits.MaxConcurrentConnections ?? long.MaxValue, 1, 100_000);
        Assert.Equal(0, limits.MaxConcurrentUpgradedConnections);
        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
    }

    private static string Headers(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: 1\r\n"));

    /// <summary>The beginning of what comes back, or nothing where the server only hangs up.</summary>
    private static async Task<string> SayAsync(Uri address, string request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(Patience.Limit);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
