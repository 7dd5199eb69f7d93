using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// The queue a callback stands in: one for each account and host, such as <c>17 shop.test:443</c>. A lane waits for its own slow host
/// and for nobody else's.
/// </summary>
internal static class CallbackLane
{
    public static string Of(long account, string postLink) =>
        string.Create(CultureInfo.InvariantCulture, $"{account} {AddressOf(postLink)}");

    /// <summary>The number of the lane's account.</summary>
    public static long AccountOf(string lane) =>
        long.Parse(lane.AsSpan(0, lane.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>What the lanes of an account lie between, by their bytes.</summary>
    public static (string From, string To) AllOf(long account) =>
        (string.Create(CultureInfo.InvariantCulture, $"{account} "), string.Create(CultureInfo.InvariantCulture, $"{account}!"));

    /// <summary>Host and port of an accepted post link.</summary>
    public static string AddressOf(string postLink) => WebAddress.Of(postLink)!.Host;
}
