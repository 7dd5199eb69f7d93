using System.Net;
using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>An HTTP server on loopback whose every answer holds <see cref="HostileText"/> wherever one can stand: reason, headers, body.</summary>
internal sealed class HostileEndpoint : IAsyncDisposable
{
    private const int MostRead = 256 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<int, string> _answer;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answers;

    /// <param name="answer">What is said to the first call, the second and so on, in Latin-1; a body in UTF-8 is for the caller to encode.</param>
    public HostileEndpoint(Func<int, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Whether anybody has called.</summary>
    public Task Called => _called.Task.WaitAsync(Patience.Limit);

    /// <summary>Answers of each kind in turn: a redirect, an error, a refusal under 200, what is no HTTP.</summary>
    public static HostileEndpoint Start() => new(number => (number % 4) switch
    {
        0 => Answer(302, HostileText.Long, $"Location: http://shop.test/{Header()}?{Header()}\r\nX-Powered-By: {Header()}\r\n"),
        1 => Answer(500, HostileText.Long),
        2 => Answer(200, $"<response><pg_status>error</pg_status><pg_error_description>{HostileText.Long}</pg_error_description></response>"),
        _ => $"HTTP/1.1 \u009b31m{Header()}\r\n\r\n",
    });

    /// <summary>A whole answer.</summary>
    public static string Answer(int status, string body, string headers = "", string contentType = "text/plain; charset=utf-8")
    {
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body));
        return $"HTTP/1.1 {status} {Header()}\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n{headers}\r\n{bytes}";
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        _closing.Dispose();
    }

    // What ends a header is no part of one.
    private static string Header() => string.Concat(HostileText.Short.Where(character => character is not ('\r' or '\n') && character <= '\u00ff'));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It has closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            await ReadRequestAsync(stream);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer(Interlocked.Increment(ref _answers) - 1)));
            connection.Client.Shutdown(SocketShutdown.Send);
            _called.TrySetResult();
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // The caller has gone.
        }
    }

    private static async Task ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[MostRead];
        var length = 0;
        while (length < buffer.Length && !IsWhole(Encoding.Latin1.GetString(buffer, 0, length)) && await stream.ReadAsync(buffer.AsMemory(length)) is > 0 and var read)
            length += read;
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        const string Name = "\r\nContent-Length: ";
        var at = request.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 || at > end
            || request.Length - end - 4 >= int.Parse(request.AsSpan(at + Name.Length, request.IndexOf('\r', at + Name.Length) - at - Name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
