namespace FreedomPaySandbox.Testing;

/// <summary>
/// What typing a card on a page came to: <see cref="PageRedirected"/>, <see cref="PageRejectedCard"/>, or <see cref="PageNotice"/>, when there was
/// nothing to type on.
/// </summary>
public abstract record PageOutcome
{
    private protected PageOutcome()
    {
    }
}
