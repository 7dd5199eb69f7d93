using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A port on loopback where something other than an HTTP server listens, or nobody any more.</summary>
internal sealed class RawEndpoint : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private RawEndpoint() => _listener.Start();

    public string Link => $"http://{_listener.LocalEndpoint}/post";

    /// <summary>A port that refuses connections.</summary>
    public static string Closed()
    {
        using var endpoint = new RawEndpoint();
        return endpoint.Link;
    }

    /// <summary>Answers whatever comes with this text, and hangs up.</summary>
    public static RawEndpoint Saying(string text)
    {
        var endpoint = new RawEndpoint();
        _ = endpoint.AnswerAsync(text);
        return endpoint;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(string text)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        await stream.ReadExactlyAsync(new byte[16]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        connection.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null);
    }
}
