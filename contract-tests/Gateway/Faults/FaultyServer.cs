using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Gateway.Faults;

/// <summary>A web server that answers everything with one fault, and a bare socket to see what really comes.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FaultyServer(WebApplication app) => _app = app;

    /// <summary>Ends when the fault is done with its call.</summary>
    public Task Answered => _answered.Task.WaitAsync(Patience.Limit);

    public static async Task<FaultyServer> StartAsync(GatewayFault fault, GatewayAnswer? answer, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FaultyServer(builder.Build());
        server._app.Run(async context =>
        {
            await fault.SendAsync(context, answer, time ?? TimeProvider.System);
            server._answered.TrySetResult();
        });
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A connection on which a call was made.</summary>
    public async Task<Socket> CallAsync()
    {
        var address = new Uri(_app.Urls.Single());
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /g2g/p2p2nonreg HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
        return socket;
    }

    /// <summary>All that is answered, until the connection ends well.</summary>
    public async Task<RawAnswer> AnswerAsync()
    {
        using var socket = await CallAsync();
        return RawAnswer.Parse(await ReadAsync(socket));
    }

    public static async Task<byte[]> ReadAsync(Socket socket)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, TimeProvider.System);
        var (all, part) = (new List<byte>(), new byte[4096]);
        while (await socket.ReceiveAsync(part, limit.Token) is > 0 and var length)
            all.AddRange(part.AsSpan(0, length));
        return [.. all];
    }

    public Task StopAsync() => _app.StopAsync().WaitAsync(Patience.Limit);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
