namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>A callback as the merchant's endpoint saw it.</summary>
/// <param name="PaymentId">About which payout.</param>
/// <param name="OrderId">Of which order, as it says.</param>
/// <param name="Taken">Whether the endpoint answers 200.</param>
internal sealed record SeenCallback(long PaymentId, string OrderId, bool Taken = true);
