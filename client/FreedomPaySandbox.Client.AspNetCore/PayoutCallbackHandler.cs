namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Stores a callback. When it has completed, the gateway is told that the callback was taken and will not send it again; when it throws,
/// the gateway is told to try again.
/// </summary>
/// <param name="callback">The callback, verified.</param>
/// <param name="isRepeat">Whether one of the same payment id and status was stored before.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task PayoutCallbackHandler(Callback callback, bool isRepeat, CancellationToken cancellation);
