using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.SampleMerchant;

/// <summary>Pays orders, hears callbacks, and asks about whatever is still open.</summary>
internal sealed class Cashier(PayoutClient payouts, OrderBook orders)
{
    /// <summary>
    /// Writes the order down first: the callback may come before the answer, and after a crash somebody must know what to ask about.
    /// </summary>
    /// <returns>The order as it is then, or nothing when there is one of that id already.</returns>
    public async Task<Order?> TakeAsync(Order order) => orders.TryAdd(order) ? await PayAsync(order) : null;

    /// <summary>A callback may come twice, late, or at odds with the last one. Throw here, and it comes again.</summary>
    public async Task HearAsync(Callback callback, CancellationToken cancellation)
    {
        var order = orders.Find(callback.OrderId) ?? throw new InvalidOperationException("A callback for an order that there is not.");
        if (callback.Amount is { } amount && amount != order.Payout.Amount)
            throw new InvalidOperationException("A callback of another amount.");
        if (order.IsFinal)
            return; // A payout has one end, and this one is known.

        // Bad news is worth a question.
        Note(order, callback.Status == CallbackStatus.Ok ? new PayoutAccepted(callback.PaymentId) : await payouts.ResolveAsync(order.Id, cancellation));
    }

    /// <returns>How many orders are still open.</returns>
    public async Task<int> ReconcileAsync(CancellationToken cancellation)
    {
        foreach (var order in orders.Open)
        {
            try
            {
                // What was not made is paid now, under the same order id: a call that is still on its way would be refused.
                var result = await payouts.ResolveAsync(order.Id, cancellation);
                _ = result is PayoutNotMade ? await PayAsync(order) : Note(order, result);
            }
            catch (PayoutException)
            {
                // Still open; the next time may tell.
            }
        }

        return orders.Open.Count;
    }

    private async Task<Order> PayAsync(Order order)
    {
        try
        {
            return Note(order, await payouts.PayToCardAsync(order.Payout, CancellationToken.None));
        }
        catch (ArgumentException fault)
        {
            return orders.Note(order, OrderState.Failed, fault.Message); // Nothing that the gateway would take, so nothing was sent.
        }
        catch (PayoutException fault)
        {
            return orders.Note(order, OrderState.Unknown, fault.Message); // Made or not, the reconciliation finds out.
        }
    }

    // Refused for a used order id is no refusal: the payout was made by an earlier call, whose answer was lost.
    private Order Note(Order order, PayoutResult result) => result switch
    {
        PayoutAccepted => orders.Note(order, OrderState.Paid),
        PayoutInProcess => orders.Note(order, OrderState.InProcess),
        PayoutRefused { Code: not GatewayError.DuplicateOrder } refused => orders.Note(order, OrderState.Failed, refused.Text),
        _ => orders.Note(order, OrderState.Unknown),
    };
}
