using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>What the merchant sent and saw, beside what the sandbox has in its books, after a fault. Pure.</summary>
internal sealed record FaultLedger
{
    public required IReadOnlyList<SentOrder> Orders { get; init; }

    public required IReadOnlyList<BookedPayout> Payouts { get; init; }

    public required IReadOnlyList<BookedCallback> Callbacks { get; init; }

    public required IReadOnlyList<SeenCallback> Seen { get; init; }

    public required Amount Opening { get; init; }

    public required Amount Balance { get; init; }

    /// <summary>
    /// Whether <c>9999</c> says that nothing was made. So it is on a file, whose commit fails or does not; on a network the answer to a
    /// commit may be what was lost.
    /// </summary>
    public bool ErrorsLeaveNoTrace { get; init; }

    /// <summary>All that is wrong, each in a line; nothing when the books are right.</summary>
    public IReadOnlyList<string> Verify() => [.. OfOrders(), .. OfPayouts(), .. OfCallbacks(), .. OfSeen(), .. OfMoney()];

    /// <summary>The counts, one a line.</summary>
    public override string ToString()
    {
        var letBe = Orders.Where(order => order.Fate is OrderFate.Error or OrderFate.Unknown).Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            orders sent                  {Orders.Count}
              answered accepted          {Count(OrderFate.Accepted)}
              answered failed            {Count(OrderFate.Failed)}
              refused                    {Count(OrderFate.Refused)}
              answered 9999, let be      {Count(OrderFate.Error)}
              connection lost, let be    {Count(OrderFate.Unknown)}
            payouts in the books         {Payouts.Count}
              of those let be            {Payouts.Count(payout => letBe.Contains(payout.OrderId))}
              money stays away           {Payouts.Count(payout => payout.Pays)}
            money gone from the balance  {(Opening - Balance).ToFixed()}
            callbacks delivered          {Callbacks.Count(callback => callback.State == CallbackState.Delivered)}
              dead letters               {Callbacks.Count(callback => callback.State == CallbackState.Dead)}
              still pending                 {Callbacks.Count(callback => callback.State == CallbackState.Pending)}
            attempts at the endpoint     {Seen.Count}
              payouts called about       {Seen.Select(seen => seen.PaymentId).Distinct().Count()}
              came again after a 200     {AgainAfterDelivery}
            """);
    }

    private IEnumerable<string> OfOrders()
    {
        var booked = Payouts.ToLookup(payout => payout.OrderId, StringComparer.Ordinal);
        foreach (var order in Orders)
        {
            var payouts = booked[order.OrderId].ToList();
            if (payouts.Count > 1)
                yield return $"double payout: order {order.OrderId} is in the books {payouts.Count} times";
            switch (order.Fate)
            {
                case OrderFate.Accepted or OrderFate.Failed when payouts.Count == 0:
                    yield return $"lost payout: order {order.OrderId} was answered as {order.Fate} and is not in the books";
                    break;
                case OrderFate.Refused when payouts.Count > 0:
                    yield return $"trace of a refusal: order {order.OrderId} was refused and is in the books";
                    break;
                case OrderFate.Error when ErrorsLeaveNoTrace && payouts.Count > 0:
                    yield return $"trace of an error: order {order.OrderId} was answered 9999 and is in the books";
                    break;
            }

            if (order.PaymentId is { } answered && payouts.Count > 0 && payouts.TrueForAll(payout => payout.PaymentId != answered))
                yield return $"another payout: order {order.OrderId} was answered with {answered}, the books say {payouts[0].PaymentId}";
        }
    }

    private IEnumerable<string> OfPayouts()
    {
        var orders = Orders.ToDictionary(order => order.OrderId, StringComparer.Ordinal);
        foreach (var payout in Payouts)
        {
            if (!orders.TryGetValue(payout.OrderId, out var order))
                yield return $"payout for nothing: {payout.PaymentId} is of order {payout.OrderId}, which nobody sent";
            else if (payout.Amount != order.Amount || payout.Pays != order.Pays)
                yield return $"wrong payout: {payout.PaymentId} is of {payout.Amount}, pays {payout.Pays}; ordered was {order.Amount}, pays {order.Pays}";
        }
    }

    private IEnumerable<string> OfCallbacks()
    {
        var payouts = Payouts.Select(payout => payout.PaymentId).ToHashSet();
        var callbacks = Callbacks.ToLookup(callback => callback.PaymentId);
        foreach (var payout in payouts)
        {
            if (callbacks[payout].ToList() is not [var callback])
                yield return $"callbacks: payout {payout} has {callbacks[payout].Count()}, and one was due";
            else if (callback.State is not (CallbackState.Delivered or CallbackState.Dead))
                yield return $"callback without an end: that of payout {payout} is {callback.State}";
        }

        foreach (var callback in Callbacks.Where(callback => !payouts.Contains(callback.PaymentId)))
            yield return $"callback for nothing: the books owe one for {callback.PaymentId}, which is no payout";
    }

    private IEnumerable<string> OfSeen()
    {
        var orders = Payouts.ToLookup(payout => payout.PaymentId, payout => payout.OrderId);
        foreach (var seen in Seen.Distinct().Where(seen => !orders[seen.PaymentId].Contains(seen.OrderId, StringComparer.Ordinal)))
            yield return $"callback for nothing: the endpoint heard of {seen.PaymentId} for order {seen.OrderId}, which is not in the books";
        var heard = Seen.Select(seen => seen.PaymentId).ToHashSet();
        foreach (var callback in Callbacks.Where(callback => callback.State == CallbackState.Delivered && !heard.Contains(callback.PaymentId)))
            yield return $"callback unheard: that of {callback.PaymentId} is delivered by the books, and the endpoint saw none";
    }

    // With what is said of orders and payouts this is: debited = accepted − failed.
    private IEnumerable<string> OfMoney()
    {
        var due = new Amount(Payouts.Where(payout => payout.Pays).Sum(payout => payout.Amount.Minor));
        if (Opening - Balance != due)
            yield return $"money: {(Opening - Balance).ToFixed()} has left the balance, the payouts that stay away come to {due.ToFixed()}";
    }

    // The record of an earlier attempt was lost: at least once means that.
    private int AgainAfterDelivery => Seen.Where(seen => seen.Taken).GroupBy(seen => seen.PaymentId).Sum(attempts => attempts.Count() - 1);

    private int Count(OrderFate fate) => Orders.Count(order => order.Fate == fate);
}
