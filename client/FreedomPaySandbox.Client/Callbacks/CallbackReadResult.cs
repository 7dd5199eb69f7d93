namespace FreedomPaySandbox.Client;

/// <summary>
/// What reading a callback came to: a <see cref="Callback"/> or a <see cref="SavedCardCallback"/> that may be believed, or a
/// <see cref="CallbackProblem"/>.
/// </summary>
public abstract record CallbackReadResult
{
    private protected CallbackReadResult()
    {
    }
}
