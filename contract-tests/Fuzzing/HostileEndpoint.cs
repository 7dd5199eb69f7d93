using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>A callback endpoint that answers each call with whatever comes to it, and hangs up.</summary>
internal sealed class HostileEndpoint : IAsyncDisposable
{
    /// <summary>A secret and a card, which no report may repeat.</summary>
    public const string Secret = "the hostile merchant's secret", Card = "4671593866478252";

    private static readonly string[] s_answers =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\n<scri\r\n0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/%1b[2J\u001b]0;title\u0007\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Error\u001b[31m\r\nContent-Length: 60\r\nContent-Type: application/json\r\n\r\n{\"state\":\"paid\",\"times\":1e999,\"card\":\"4671 5938-6647.8252\"}",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 400 Bad\r\nSet-Cookie: a=b\r\nContent-Length: 200\r\n\r\n<script>alert(1)</script>" + Secret + " ]]>&amp; \u202egnp\u2066 \u001b[2J\u0085\u0000 4671593866478252",
        "HTTP/1.0 200\r\n\r\n<response><pg_status>ok</pg_status></response>",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 999 \r\nContent-Length: -1\r\n\r\n",
        "",
    ];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Dice _dice;
    private readonly Task _listening;

    public HostileEndpoint(Dice dice)
    {
        _dice = dice;
        _listener.Start();
        _listening = Task.Run(ListenAsync);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Calls { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _listening;
        _ending.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_ending.Token);
                await AnswerAsync(socket);
                Calls++;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        try
        {
            await socket.ReceiveAsync(new byte[64 * 1024], _ending.Token);
            var answer = Encoding.UTF8.GetBytes(_dice.Of(s_answers));
            if (_dice.OneIn(2))
                answer = Mutation.Spoil(answer, _dice);
            if (_dice.OneIn(30))
                answer = [.. answer, .. new byte[256 * 1024]];
            await socket.SendAsync(answer, _ending.Token);
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The caller has hung up first.
        }
    }
}
