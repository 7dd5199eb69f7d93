using System.Collections.Concurrent;
using FreedomPaySandbox.Client;

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

/// <summary>Money that somebody is to get, and how far that is.</summary>
internal sealed record Order(CardPayout Payout, OrderState State = OrderState.Unknown, string? Why = null)
{
    public string Id => Payout.OrderId;

    public bool IsFinal => State is OrderState.Paid or OrderState.Failed;

    public override string ToString() => $"{Id}: {State}{(Why is null ? "" : $" ({Why})")}";
}

/// <summary>What is known of a payment; unknown before the gateway has answered, and after an answer was lost.</summary>
internal enum OrderState { Unknown, InProcess, Paid, Failed }
