using System.Net;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// Addresses that a callback must not reach: link-local ones and the metadata services of clouds, where a forged post link could
/// read credentials. Loopback and private networks are what a sandbox is for, and stay open.
/// </summary>
internal static class ForbiddenTargets
{
    private static readonly IPNetwork[] s_networks =
    [
        IPNetwork.Parse("0.0.0.0/32"), // unspecified: no address of anybody
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("169.254.0.0/16"), // link-local; AWS, Azure, Google and most others keep their metadata there
        IPNetwork.Parse("100.100.100.200/32"), // Alibaba Cloud metadata
        IPNetwork.Parse("192.0.0.192/32"), // Oracle Cloud metadata
        IPNetwork.Parse("fe80::/10"), // link-local
        IPNetwork.Parse("fd00:ec2::/32"), // AWS metadata
        IPNetwork.Parse("64:ff9b::a9fe:0/112"), // link-local behind NAT64
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return s_networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
