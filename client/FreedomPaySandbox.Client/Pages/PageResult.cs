namespace FreedomPaySandbox.Client;

/// <summary>
/// What asking for a page came to, on which somebody types a card: <see cref="PageOpened"/>, <see cref="PageRefused"/>, or
/// <see cref="PageOutcomeUnknown"/>.
/// </summary>
public abstract record PageResult
{
    private protected PageResult()
    {
    }
}
