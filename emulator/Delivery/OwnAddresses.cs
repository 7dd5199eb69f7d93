using System.Net;
using System.Net.NetworkInformation;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Where this sandbox listens. A callback does not go there: the admin API and the dashboard could not tell it from a call of a script.
/// </summary>
/// <param name="urls">The addresses that the server was bound to, known once it has started.</param>
/// <param name="machine">The addresses of this machine, which a server on all of them has.</param>
internal sealed class OwnAddresses(Func<IEnumerable<string>> urls, Func<IEnumerable<IPAddress>> machine)
{
    /// <summary>Of a process that listens nowhere.</summary>
    public static OwnAddresses None { get; } = new(static () => [], static () => []);

    public static OwnAddresses Create(Func<IEnumerable<string>> urls) => new(urls, AddressesOfMachine);

    /// <param name="address">An address after name resolution, an IPv4 one in its own form.</param>
    /// <param name="port">The port.</param>
    public bool Contains(IPAddress address, int port) => urls().Any(url => Listens(new Uri(Named(url)), address, port));

    // The port first: looking at the network's interfaces takes a while, and few callbacks go to the sandbox's own port.
    private bool Listens(Uri bound, IPAddress address, int port)
    {
        if (bound.Port != port)
            return false;
        if (string.Equals(bound.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            return address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback);
        if (IPAddress.TryParse(bound.DnsSafeHost, out var one) && !one.Equals(IPAddress.Any) && !one.Equals(IPAddress.IPv6Any))
            return (one.IsIPv4MappedToIPv6 ? one.MapToIPv4() : one).Equals(address);

        // On all addresses; on all IPv4 ones only where 0.0.0.0 says so.
        return (one is null || one.AddressFamily != IPAddress.Any.AddressFamily || address.AddressFamily == one.AddressFamily)
            && (IPAddress.IsLoopback(address) || machine().Contains(address));
    }

    // The server names all addresses * or +, which are no hosts.
    private static string Named(string url) => url.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal);

    private static IEnumerable<IPAddress> AddressesOfMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address);
}

/// <summary>
/// What every callback of a sandbox carries and the vendor's do not: the header by which sandboxes know callbacks that come back to them,
/// through whatever proxy or published port, their own and those of others.
/// </summary>
internal static class CallbackHeader
{
    public const string Name = CallbackTransport.SenderHeader;

    /// <summary>What a sandbox answers to it. Nothing else answers so by accident.</summary>
    public const int Refusal = StatusCodes.Status508LoopDetected;

    private static readonly Lazy<string> s_own = new(SecretId.Draw);

    /// <summary>Which process sends; another one at each start.</summary>
    public static string Own => s_own.Value;

    public static bool IsOn(HttpRequest request) => request.Headers.ContainsKey(Name);

    /// <summary>Whether this process sent it.</summary>
    public static bool IsOwn(HttpRequest request) => string.Equals(request.Headers[Name], Own, StringComparison.Ordinal);
}
