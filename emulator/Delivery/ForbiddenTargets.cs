using System.Net;
using System.Net.Sockets;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Addresses that a callback must not reach: nobody's, those of many machines at once, link-local ones and the metadata services of clouds, where a
/// forged post link could read credentials. Loopback and private networks are what a sandbox is for, and stay open.
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
