namespace FreedomPaySandbox.Client;

/// <summary>
/// What the gateway tells of the payout balance (M-2): <see cref="PayoutBalanceKnown"/>, or <see cref="PayoutBalanceUnknown"/>, when it
/// did not say.
/// </summary>
public abstract record PayoutBalance
{
    private protected PayoutBalance()
    {
    }
}
