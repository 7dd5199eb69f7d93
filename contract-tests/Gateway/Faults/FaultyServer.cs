using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Gateway.Faults;

/// <summary>A web server that answers everything with one fault, and a bare socket to see what really comes.</summary>
internal sealed class FaultyServer(GatewayFault fault, GatewayAnswer? answer, TimeProvider time) : LocalServer
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the fault is done with its call.</summary>
    public Task Answered => _answered.Task.WaitAsync(Patience.Limit);

    public static Task<FaultyServer> StartAsync(GatewayFault fault, GatewayAnswer? answer, TimeProvider? time = null) =>
        StartAsync(new FaultyServer(fault, answer, time ?? TimeProvider.System));

    /// <summary>A connection on which a call was made.</summary>
    public async Task<Socket> CallAsync()
    {
        var address = new Uri(Address);
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

    protected override async Task AnswerAsync(HttpContext context)
    {
        await fault.SendAsync(context, answer, time);
        _answered.TrySetResult();
    }
}
