using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Opens the connections that callbacks go out on; looks at addresses after name resolution, so that no name can hide one.</summary>
internal static class CallbackConnection
{
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false, // N-5, N-10
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null, // the vendor sends no trace headers; that of the payout is put in by hand
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectCallback = ConnectAsync,
        SslOptions = { RemoteCertificateValidationCallback = CallbackCertificate.Check },
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Any(ForbiddenTargets.Contains))
            throw new TargetForbiddenException();

        SocketException? fault = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException refused)
            {
                socket.Dispose();
                fault = refused;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw fault ?? new SocketException((int)SocketError.HostNotFound);
    }
}
