using FreedomPaySandbox.Client;

namespace FreedomPaySandbox.SampleMerchant;

/// <summary>Money that somebody is to get, and how far that is.</summary>
internal sealed record Order(CardPayout Payout, OrderState State = OrderState.Unknown, string? Why = null)
{
    public string Id => Payout.OrderId;

    public bool IsFinal => State is OrderState.Paid or OrderState.Failed;

    public override string ToString() => $"{Id}: {State}{(Why is null ? "" : $" ({Why})")}";
}
