using System.Collections.Concurrent;

namespace FreedomPaySandbox.SampleMerchant;

/// <summary>All orders. A real service keeps them in its database, where they outlive it, and of a card nothing but a token.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public List<Order> Open => [.. _orders.Values.Where(order => !order.IsFinal)];

    public bool TryAdd(Order order) => _orders.TryAdd(order.Id, order);

    public Order? Find(string id) => _orders.GetValueOrDefault(id);

    /// <summary>Notes what became known. What is final stays as it is: answers, callbacks and inquiries may overtake each other.</summary>
    public Order Note(Order about, OrderState state, string? why = null) =>
        _orders.AddOrUpdate(about.Id, about, (_, order) => order.IsFinal ? order : order with { State = state, Why = why });
}
