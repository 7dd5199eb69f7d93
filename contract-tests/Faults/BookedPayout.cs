using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A payout in the sandbox's books after everything has settled.</summary>
/// <param name="PaymentId">Its id.</param>
/// <param name="OrderId">Whose it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Pays">Whether the money has left the balance for good.</param>
internal sealed record BookedPayout(long PaymentId, string OrderId, Amount Amount, bool Pays);
