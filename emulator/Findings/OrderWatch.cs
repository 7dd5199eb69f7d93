using System.Globalization;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees order ids that were used before.</summary>
internal static class OrderWatch
{
    private static readonly string s_refused = GatewayError.DuplicateOrder.ToString(CultureInfo.InvariantCulture);

    public static void Look(CallInHand call, string request, DateTimeOffset now, FindingBook book)
    {
        if (call.Answer?.Fields[Fields.ErrorCode] != s_refused || call.Fields?[Fields.OrderId] is not { } order)
            return;
        var text = $"Order {Redaction.Cards(order)} was used for another payout before.";
        book.Add(order, new Finding(FindingKind.OrderReused, now, text) { Request = request });
    }
}
