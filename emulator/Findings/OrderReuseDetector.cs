using System.Globalization;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees order ids that were used before, and calls that were sent twice.</summary>
internal static class OrderReuseDetector
{
    private static readonly string s_refused = GatewayError.DuplicateOrder.ToString(CultureInfo.InvariantCulture);

    public static void Inspect(GatewayContext call, string request, DateTimeOffset now, FindingLog book)
    {
        if (call.Answer?.Fields[Fields.ErrorCode] != s_refused || call.Fields?[Fields.OrderId] is not { } order)
            return;
        var finding = call.RepeatsAfter is { } after
            ? new Finding(FindingKind.CallRepeated, now, $"The call that pays order {order} was sent twice, {Apart(after)} apart.")
            : new Finding(FindingKind.OrderReused, now, $"Order {order} was used for another payout before.");
        book.Add(order, finding with { Request = request });
    }

    private static string Apart(TimeSpan after) => after < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{after.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{after.TotalSeconds:0.#} s");
}
