using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// Addresses that a callback must not reach: those of no single machine, link-local ones, and the metadata services of clouds, where a forged post
/// link could read credentials. An address of IPv4 counts in whatever form of IPv6 it comes. Loopback and private networks are what a sandbox is
/// for, and stay open.
/// </summary>
internal static class ForbiddenTargets
{
    private static readonly IPNetwork[] s_networks =
    [
        IPNetwork.Parse("0.0.0.0/8"), // unspecified, and "this network"
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("255.255.255.255/32"), // broadcast
        IPNetwork.Parse("169.254.0.0/16"), // link-local; AWS, Azure, Google, Oracle, Scaleway and most others keep their metadata there
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fd00:ec2::/32"), // AWS
        IPNetwork.Parse("168.63.129.16/32"), // Azure's host
        IPNetwork.Parse("fd20:ce::254/128"), // Google
        IPNetwork.Parse("100.100.100.200/32"), // Alibaba
        IPNetwork.Parse("192.0.0.192/32"), // Oracle
        IPNetwork.Parse("fd00:c1::a9fe:a9fe/128"), // Oracle
        IPNetwork.Parse("fd00:42::42/128"), // Scaleway
    ];

    private static readonly EmbeddedAddress[] s_embedded =
    [
        new(IPNetwork.Parse("::ffff:0:0:0/96"), [12, 13, 14, 15]), // IPv4-translated (RFC 2765)
        new(IPNetwork.Parse("::/96"), [12, 13, 14, 15]), // IPv4-compatible
        new(IPNetwork.Parse("64:ff9b::/96"), [12, 13, 14, 15]), // NAT64 (RFC 6052)
        new(IPNetwork.Parse("64:ff9b:1::/48"), [6, 7, 9, 10]), // NAT64 of a network's own (RFC 8215), by the length of its prefix
        new(IPNetwork.Parse("64:ff9b:1::/48"), [7, 9, 10, 11]),
        new(IPNetwork.Parse("64:ff9b:1::/48"), [9, 10, 11, 12]),
        new(IPNetwork.Parse("64:ff9b:1::/48"), [12, 13, 14, 15]),
        new(IPNetwork.Parse("2002::/16"), [2, 3, 4, 5]), // 6to4
        new(IPNetwork.Parse("2001::/32"), [4, 5, 6, 7]), // Teredo: its server
        new(IPNetwork.Parse("2001::/32"), [12, 13, 14, 15], Inverted: true), // and its client
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return IsListed(address) || (IsOrdinaryV6(address) && s_embedded.Any(form => form.In(address) is { } inner && IsListed(inner)));
    }

    private static bool IsOrdinaryV6(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address);

    private static bool IsListed(IPAddress address) =>
        s_networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));

    /// <summary>A form in which an address of IPv6 holds one of IPv4.</summary>
    /// <param name="Network">What tells the form.</param>
    /// <param name="Bytes">Where the bytes stand.</param>
    /// <param name="Inverted">Whether each bit stands there as its opposite.</param>
    private sealed record EmbeddedAddress(IPNetwork Network, int[] Bytes, bool Inverted = false)
    {
        public IPAddress? In(IPAddress address)
        {
            if (!Network.Contains(address))
                return null;
            var whole = address.GetAddressBytes();
            return new IPAddress(Array.ConvertAll(Bytes, at => (byte)(Inverted ? ~whole[at] : whole[at])));
        }
    }
}
