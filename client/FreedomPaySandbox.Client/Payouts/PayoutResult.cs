namespace FreedomPaySandbox.Client;

/// <summary>
/// What a payout came to: <see cref="PayoutAccepted"/>, <see cref="PayoutInProcess"/>, <see cref="PayoutRefused"/>,
/// <see cref="PayoutOutcomeUnknown"/>, or <see cref="PayoutNotMade"/>, which only <see cref="PayoutClient.ResolveAsync"/> gives.
/// </summary>
public abstract record PayoutResult
{
    private protected PayoutResult()
    {
    }
}
