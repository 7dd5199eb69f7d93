using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Client;

/// <summary>The hosts on which only a sandbox can be, so that secrets and card numbers may go there without TLS.</summary>
internal static class SandboxHost
{
    public static bool Is(Uri address) => IPAddress.TryParse(address.DnsSafeHost, out var ip)
        ? IsPrivate(ip)
        : IsPrivate(address.DnsSafeHost);

    // RFC 6761 keeps .localhost for loopback, ICANN .internal for private networks.
    private static bool IsPrivate(string name) =>
        !name.Contains('.')
        || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);

    private static bool IsPrivate(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6)
            ip = ip.MapToIPv4();
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(ip) || ip.IsIPv6UniqueLocal;
        return ip.GetAddressBytes() switch
        {
            [10 or 127, ..] or [192, 168, ..] => true,
            [172, var second, ..] => second is >= 16 and <= 31,
            _ => false,
        };
    }
}
