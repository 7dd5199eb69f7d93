namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Stores the token of a saved card. When it has completed, the gateway is told that the callback was taken and will not send it again;
/// when it throws, the gateway is told to try again. The same token may come more than once, even at the same moment: storing it twice must
/// be the same as storing it once.
/// </summary>
/// <param name="callback">The callback, verified.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task SavedCardCallbackHandler(SavedCardCallback callback, CancellationToken cancellation);
