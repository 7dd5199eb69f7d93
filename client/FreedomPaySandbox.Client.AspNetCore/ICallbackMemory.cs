namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Remembers which callbacks were stored: two are the same when payment id and status are. Put it on the database of the merchant where
/// several instances receive callbacks, and where a repeat must be known after a restart.
/// </summary>
public interface ICallbackMemory
{
    /// <summary>Whether a callback of that payment id and status was remembered. Asked before the handler is called.</summary>
    /// <param name="callback">The callback.</param>
    /// <param name="cancellation">Cancelled when the gateway hangs up.</param>
    ValueTask<bool> KnowsAsync(Callback callback, CancellationToken cancellation);

    /// <summary>Remembers a callback. Called when the handler has completed, and before the gateway is answered.</summary>
    /// <param name="callback">The callback.</param>
    /// <param name="cancellation">Not cancelled when the gateway hangs up: the callback is stored by then.</param>
    ValueTask RememberAsync(Callback callback, CancellationToken cancellation);
}
