using System.Globalization;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// The queue a callback stands in: one for each merchant and host, such as <c>9970 shop.test:443</c>. A lane waits for its own
/// slow host and for nobody else's.
/// </summary>
internal static class CallbackLane
{
    public static string Of(long merchantId, Uri postLink) =>
        string.Create(CultureInfo.InvariantCulture, $"{merchantId} {AddressOf(postLink)}");

    /// <summary>The id of the lane's merchant.</summary>
    public static long MerchantOf(string lane) =>
        long.Parse(lane.AsSpan(0, lane.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>Host and port, the port also where it is the scheme's own; an IPv6 address in its brackets.</summary>
    public static string AddressOf(Uri postLink) =>
        string.Create(CultureInfo.InvariantCulture, $"{HostOf(postLink).ToLowerInvariant()}:{postLink.Port}");

    private static string HostOf(Uri postLink) =>
        postLink.HostNameType == UriHostNameType.IPv6 ? postLink.Host : postLink.IdnHost;
}
