namespace FreedomPaySandbox.Client;

/// <summary>
/// The gateway knows no payout under this order id. It is safe to pay again under the <em>same</em> order id: should the first call
/// still be on its way, one of the two is refused with 9991.
/// </summary>
public sealed record PayoutNotMade : PayoutResult;
