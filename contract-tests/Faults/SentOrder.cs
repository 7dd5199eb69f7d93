using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>An order as the merchant keeps it.</summary>
/// <param name="OrderId">Its id, sent at every attempt.</param>
/// <param name="Amount">How much.</param>
/// <param name="Pays">Whether its card takes the money in the end.</param>
/// <param name="Fate">What came of it.</param>
/// <param name="PaymentId">Of the answer, when there was one.</param>
internal sealed record SentOrder(string OrderId, Amount Amount, bool Pays, OrderFate Fate, long? PaymentId = null);
