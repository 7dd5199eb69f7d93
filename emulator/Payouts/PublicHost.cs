using System.Net;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>Hosts that others than a developer's own machine and network may have to do with.</summary>
internal static class PublicHost
{
    private static readonly string[] s_privateEndings = [".localhost", ".local", ".test", ".internal", ".lan", ".example", ".invalid"];

    public static bool IsIn(Uri link)
    {
        if (IPAddress.TryParse(link.DnsSafeHost, out var address))
            return !IPAddress.IsLoopback(address) && !IsPrivate(address);
        return link.Host.Contains('.', StringComparison.Ordinal) && !s_privateEndings.Any(ending => link.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.GetAddressBytes() is not [var first, var second, _, _])
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal || address.Equals(IPAddress.IPv6Any);
        return first is 10 or 0 || (first == 172 && second is >= 16 and < 32) || (first == 192 && second == 168);
    }
}
