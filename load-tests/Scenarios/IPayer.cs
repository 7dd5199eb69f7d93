using FreedomPaySandbox.Client;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>Pays an order and finds out how it ended.</summary>
internal interface IPayer
{
    /// <param name="order">The order.</param>
    /// <param name="measured">Makes a call and measures it under a name; what cannot be believed is told as an unknown outcome.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<PayoutResult> PayAsync(CardPayout order, Func<string, Func<Task<PayoutResult>>, Task<PayoutResult>> measured, CancellationToken cancellation);
}
