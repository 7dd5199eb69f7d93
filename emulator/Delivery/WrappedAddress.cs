using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Delivery;

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
