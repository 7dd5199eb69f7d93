using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Addresses that a callback must not reach: nobody's, those of many machines at once, link-local ones and the metadata services of clouds,
/// where a forged post link could read credentials. Loopback and private networks are what a sandbox is for, and stay open.
/// </summary>
internal static class ForbiddenTargets
{
    private static readonly (IPNetwork Network, string What)[] s_networks =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "an unspecified address"), // stands for no machine
        (IPNetwork.Parse("169.254.0.0/16"), "a link-local address"), // AWS, Azure, Google and most others keep their metadata there
        (IPNetwork.Parse("168.63.129.16/32"), "an address of Azure's own services"),
        (IPNetwork.Parse("100.100.100.200/32"), "the metadata service of Alibaba Cloud"),
        (IPNetwork.Parse("192.0.0.192/32"), "the metadata service of Oracle Cloud"),
        (IPNetwork.Parse("224.0.0.0/4"), "a multicast address"),
        (IPNetwork.Parse("255.255.255.255/32"), "the broadcast address"),
        (IPNetwork.Parse("::/128"), "an unspecified address"),
        (IPNetwork.Parse("fe80::/10"), "a link-local address"),
        (IPNetwork.Parse("ff00::/8"), "a multicast address"),
        (IPNetwork.Parse("fd00:ec2::/32"), "an address of AWS's own services"),
        (IPNetwork.Parse("fd20:ce::254/128"), "the metadata service of Google Cloud"),
        (IPNetwork.Parse("fd00:c1::a9fe:a9fe/128"), "the metadata service of Oracle Cloud"),
        (IPNetwork.Parse("fd00:42::42/128"), "the metadata service of Scaleway"),
    ];

    public static bool Contains(IPAddress address) => Reason(address) is not null;

    /// <returns>Why an address is not called; nothing when it is.</returns>
    public static string? Reason(IPAddress address)
    {
        if (What(address) is { } what)
            return $"{address} is {what}";
        foreach (var inner in WrappedAddress.In(address))
        {
            if (What(inner) is { } hidden)
                return $"{address} is {inner} in another form, {hidden}";
        }

        return null;
    }

    private static string? What(IPAddress address)
    {
        // The network interface that an IPv6 address names is no part of what it is.
        if (address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 })
            address = new IPAddress(address.GetAddressBytes());
        foreach (var (network, what) in s_networks)
        {
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address))
                return what;
        }

        return null;
    }
}

/// <summary>The IPv4 addresses that a machine, a translator or a tunnel may read out of an IPv6 one. Pure.</summary>
internal static class WrappedAddress
{
    private static readonly IPNetwork s_compatible = IPNetwork.Parse("::/96"); // RFC 4291, deprecated
    private static readonly IPNetwork s_translated = IPNetwork.Parse("::ffff:0:0:0/96"); // RFC 2765
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96"); // RFC 6052
    private static readonly IPNetwork s_localNat64 = IPNetwork.Parse("64:ff9b:1::/48"); // RFC 8215
    private static readonly IPNetwork s_6to4 = IPNetwork.Parse("2002::/16"); // RFC 3056
    private static readonly IPNetwork s_teredo = IPNetwork.Parse("2001::/32"); // RFC 4380

    public static IEnumerable<IPAddress> In(IPAddress address)
    {
        // The interface is left out: networks know none.
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return [];
        var bytes = address.GetAddressBytes();
        return In(new IPAddress(bytes), bytes);
    }

    private static IEnumerable<IPAddress> In(IPAddress address, byte[] bytes)
    {
        // Two of the "compatible" ones are the unspecified address and this machine itself.
        if (address.IsIPv4MappedToIPv6 || s_translated.Contains(address) || s_nat64.Contains(address)
            || (s_compatible.Contains(address) && !address.Equals(IPAddress.IPv6Any) && !address.Equals(IPAddress.IPv6Loopback)))
        {
            yield return At(bytes, 12, 13, 14, 15);
        }

        if (s_6to4.Contains(address))
            yield return At(bytes, 2, 3, 4, 5);

        // The server, and the client, whose address is written inverted.
        if (s_teredo.Contains(address))
        {
            yield return At(bytes, 4, 5, 6, 7);
            yield return new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]]);
        }

        // Each network chooses how long its prefix is. Zeros where it was chosen longer are no address.
        if (s_localNat64.Contains(address))
        {
            yield return At(bytes, 12, 13, 14, 15);
            foreach (var shorter in new[] { At(bytes, 6, 7, 9, 10), At(bytes, 7, 9, 10, 11), At(bytes, 9, 10, 11, 12) })
            {
                if (shorter.GetAddressBytes()[0] != 0)
                    yield return shorter;
            }
        }

        // ISATAP (RFC 5214), in any network.
        if (bytes is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..])
            yield return At(bytes, 12, 13, 14, 15);
    }

    private static IPAddress At(byte[] bytes, int first, int second, int third, int fourth) =>
        new([bytes[first], bytes[second], bytes[third], bytes[fourth]]);
}
