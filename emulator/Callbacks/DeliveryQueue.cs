using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>
/// The queue a callback stands in: one for each state and host, such as <c>17 shop.test:443</c>. A queue waits for its own slow host
/// and for nobody else's.
/// </summary>
internal static class DeliveryQueue
{
    public static string Name(long epoch, string postLink) =>
        string.Create(CultureInfo.InvariantCulture, $"{epoch} {GetHost(postLink)}");

    /// <summary>The number of the queue's state.</summary>
    public static long GetEpoch(string queue) =>
        long.Parse(queue.AsSpan(0, queue.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>What the queues of a merchant lie between, by their bytes.</summary>
    public static (string From, string To) GetRange(long epoch) =>
        (string.Create(CultureInfo.InvariantCulture, $"{epoch} "), string.Create(CultureInfo.InvariantCulture, $"{epoch}!"));

    /// <summary>Host and port of an accepted post link.</summary>
    public static string GetHost(string postLink) => WebAddress.TryParse(postLink)!.Host;
}

/// <summary>A queue with pending callbacks, and when the next one is due.</summary>
internal readonly record struct QueueDue(string Queue, DateTimeOffset DueAt);
