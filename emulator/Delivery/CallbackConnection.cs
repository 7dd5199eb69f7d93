using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Opens the connections that callbacks go out on; looks at addresses after name resolution, so that no name can hide one.</summary>
internal static class CallbackConnection
{
    /// <param name="own">Where this process itself listens, which no callback reaches.</param>
    public static SocketsHttpHandler Handler(OwnAddresses? own = null) => Handler(Dns.GetHostAddressesAsync, ConnectAsync, own);

    /// <param name="resolve">Says where a name is.</param>
    /// <param name="connect">Opens a connection to an address that may be called.</param>
    /// <param name="own">Where this process itself listens.</param>
    internal static SocketsHttpHandler Handler(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, CancellationToken, ValueTask<Stream>> connect, OwnAddresses? own = null) => new()
        {
            AllowAutoRedirect = false, // N-5, N-10
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null, // the vendor sends no trace headers; that of the payout is put in by hand
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 64 * 1024,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = (context, cancellation) => OpenAsync(context.DnsEndPoint, resolve, connect, own ?? OwnAddresses.None, cancellation),
            SslOptions = { RemoteCertificateValidationCallback = CallbackCertificate.Check },
        };

    // What was looked at is what is called: a name that is asked for twice may lead elsewhere the second time.
    private static async ValueTask<Stream> OpenAsync(
        DnsEndPoint target,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        Func<IPEndPoint, CancellationToken, ValueTask<Stream>> connect,
        OwnAddresses own,
        CancellationToken cancellation)
    {
        var addresses = await AddressesOfAsync(target.Host, resolve, cancellation);
        if (addresses.Select(ForbiddenTargets.Reason).FirstOrDefault(reason => reason is not null) is { } reason)
            throw new TargetForbiddenException(reason);
        if (addresses.Any(address => own.Contains(address, target.Port)))
            throw new TargetIsSandboxException();

        SocketException? fault = null;
        foreach (var address in addresses)
        {
            try
            {
                return await connect(new IPEndPoint(address, target.Port), cancellation);
            }
            catch (SocketException refused)
            {
                fault = refused;
            }
        }

        throw fault ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async ValueTask<Stream> ConnectAsync(IPEndPoint target, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Where a host is: an address itself, this machine for all names below <c>localhost</c> (RFC 6761), or what the resolver says.</summary>
    internal static Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken cancellation) =>
        AddressesOfAsync(host, Dns.GetHostAddressesAsync, cancellation);

    private static async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(
        string host, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [Plain(literal)];
        if (host.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        return [.. (await resolve(host, cancellation)).Select(Plain)];
    }

    // A socket of IPv6 does not reach an IPv4 address in its IPv6 form.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
