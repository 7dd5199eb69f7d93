namespace FreedomPaySandbox.Client;

/// <summary>
/// What the gateway knows of a payout (M-3, M-5, M-6): <see cref="PayoutStatusSuccess"/>, <see cref="PayoutStatusError"/>,
/// <see cref="PayoutStatusProcess"/>, <see cref="PayoutNotFound"/>; or <see cref="PayoutStatusUnknown"/>, when it did not say.
/// </summary>
public abstract record PayoutStatus
{
    private protected PayoutStatus()
    {
    }
}
