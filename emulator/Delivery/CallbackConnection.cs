using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Opens the connections that callbacks go out on; looks at addresses after name resolution, so that no name can hide one.
/// </summary>
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

    /// <summary>
    /// Where a host is: an address itself, this machine for all names below <c>localhost</c> (RFC 6761), or what the resolver says.
    /// </summary>
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

/// <summary>Looks at the certificate of an endpoint as any client does, and says what is wrong with one that it refuses.</summary>
internal static class CallbackCertificate
{
    /// <exception cref="CertificateRefusedException">It is not trusted.</exception>
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null)
            return false;
        using var shown = new X509Certificate2(certificate);
        throw Refusal(shown, chain, errors);
    }

    private static CertificateRefusedException Refusal(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return new(AttemptFault.CertificateForAnotherName, $"The certificate is for {GetNames(certificate)}, not for the host that was called.");
        if (chain is not null && chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NotTimeValid))
        {
            var (from, to) = (Date(certificate.NotBefore), Date(certificate.NotAfter));
            return new(AttemptFault.CertificateOutOfDate, $"The certificate is valid from {from} to {to} only.");
        }

        var isSelfSigned = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        return new(
            AttemptFault.CertificateUntrusted,
            isSelfSigned ? "The certificate is self-signed." : $"The certificate comes from {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, which is not trusted here.");
    }

    private static string GetNames(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).Take(3).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }

    private static string Date(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
