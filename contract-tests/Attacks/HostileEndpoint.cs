using System.Net;
using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>An HTTP server on loopback that answers each call with the bytes it is given, and closes the connection.</summary>
internal sealed class HostileEndpoint : IAsyncDisposable
{
    private const int MostRead = 256 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<int, byte[]> _answer;
    private readonly Task _accepting;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answers;

    /// <param name="answer">The answer to the call of each number, from 0 on. Two calls may ask for theirs at once.</param>
    public HostileEndpoint(Func<int, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Calls that were answered.</summary>
    public int Calls => Volatile.Read(ref _answers);

    /// <summary>Whether anybody has called.</summary>
    public Task Called => _called.Task.WaitAsync(Patience.Limit);

    /// <summary>
    /// Answers with <see cref="HostileText"/> wherever one can stand: a redirect, an error, a refusal under 200 and what is no HTTP, in
    /// turn.
    /// </summary>
    public static HostileEndpoint Start() => new(number => (number % 4) switch
    {
        0 => Answer(302, HostileText.Long, $"Location: http://shop.test/{Header()}?{Header()}\r\nX-Powered-By: {Header()}\r\n"),
        1 => Answer(500, HostileText.Long),
        2 => Answer(200, $"<response><pg_status>error</pg_status><pg_error_description>{HostileText.Long}</pg_error_description></response>"),
        _ => Encoding.Latin1.GetBytes($"HTTP/1.1 \u009b31m{Header()}\r\n\r\n"),
    });

    /// <summary>A whole answer.</summary>
    public static byte[] Answer(int status, string body, string headers = "", string contentType = "text/plain; charset=utf-8")
    {
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body));
        return Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {status} {Header()}\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n{headers}\r\n{bytes}");
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        // A listener that is stopped under an accept throws whatever it finds first.
        await _accepting;
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
        catch (OperationCanceledException)
        {
            // It closes.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            await ReadRequestAsync(stream);
            await stream.WriteAsync(_answer(Interlocked.Increment(ref _answers) - 1));
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
