using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Closing;

/// <summary>A payout in the gateway's own books.</summary>
internal sealed record BookedPayout(string OrderId, Amount Amount);
