using System.Runtime.InteropServices;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Which order ids are taken already, as one transaction sees it. Over a network a question takes longer than its answer, so those of all
/// payouts that share the transaction are asked at once.
/// </summary>
internal sealed class OrderLookup(StoreSession session)
{
    private readonly HashSet<OrderKey> _asked = [];
    private readonly HashSet<OrderKey> _taken = [];

    /// <summary>Asks about all of them, where that is worth it. Their epochs are to be locked before.</summary>
    public async Task AskAsync(IReadOnlyCollection<OrderKey> orders)
    {
        if (session.Dialect.FindOrders is not { } finding || orders.Count < 2)
            return;
        var taken = await session.QueryAsync(
            finding,
            row => new OrderKey(row.GetInt64(0), row.GetString(1)),
            orders.Select(order => order.Epoch).ToArray(),
            orders.Select(order => order.OrderId).ToArray());
        _asked.UnionWith(orders);
        _taken.UnionWith(taken);
    }

    public async ValueTask<bool> IsTakenAsync(OrderKey order) => _asked.Contains(order)
        ? _taken.Contains(order)
        : await session.ScalarAsync(PayoutSql.OrderIsUsed, order.Epoch, order.OrderId) is not null;

    /// <summary>A payout under it was written in this transaction.</summary>
    public void Take(OrderKey order)
    {
        if (_asked.Count > 0)
            _taken.Add(order);
    }
}

/// <summary>An order id of an epoch.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderKey(long Epoch, string OrderId);
