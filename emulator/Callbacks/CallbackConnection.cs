using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Opens the connections that callbacks go out on; looks at addresses after name resolution, so that no name can hide one.</summary>
internal static class CallbackConnection
{
    /// <param name="own">Where this process itself listens, which no callback reaches.</param>
    public static SocketsHttpHandler Handler(OwnAddresses? own = null) => new()
    {
        AllowAutoRedirect = false, // N-5, N-10
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null, // the vendor sends no trace headers; that of the payout is put in by hand
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectCallback = (context, cancellation) => ConnectAsync(context, own ?? OwnAddresses.None, cancellation),
        SslOptions = { RemoteCertificateValidationCallback = CallbackCertificate.Check },
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, OwnAddresses own, CancellationToken cancellation)
    {
        var addresses = await AddressesOfAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Any(ForbiddenTargets.Contains))
            throw new TargetForbiddenException();
        if (addresses.Any(address => own.Contains(address, context.DnsEndPoint.Port)))
            throw new TargetIsSandboxException();

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

    /// <summary>Where a host is: an address itself, this machine for all names below <c>localhost</c> (RFC 6761), or what the resolver says.</summary>
    internal static async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [Plain(literal)];
        if (host.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        return [.. (await Dns.GetHostAddressesAsync(host, cancellation)).Select(Plain)];
    }

    // A socket of IPv6 does not reach an IPv4 address in its IPv6 form.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
