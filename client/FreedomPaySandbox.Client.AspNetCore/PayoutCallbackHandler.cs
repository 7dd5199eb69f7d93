namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>
/// Stores a callback. When it has completed, the gateway is told that the callback was taken and will not send it again; when it throws,
/// the gateway is told to try again.
/// </summary>
/// <param name="callback">The callback, verified.</param>
/// <param name="isRepeat">Whether one of the same payment id and status was stored before.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task PayoutCallbackHandler(Callback callback, bool isRepeat, CancellationToken cancellation);

/// <summary>A <see cref="PayoutCallbackHandler"/> that needs services of the request, such as a database.</summary>
/// <param name="services">The request's services.</param>
/// <param name="callback">The callback, verified.</param>
/// <param name="isRepeat">Whether one of the same payment id and status was stored before.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task ScopedPayoutCallbackHandler(
    IServiceProvider services, Callback callback, bool isRepeat, CancellationToken cancellation);

/// <summary>
/// Stores the token of a saved card. When it has completed, the gateway is told that the callback was taken and will not send it again;
/// when it throws, the gateway is told to try again. The same token may come more than once, even at the same moment: storing it twice must
/// be the same as storing it once.
/// </summary>
/// <param name="callback">The callback, verified.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task SavedCardCallbackHandler(SavedCardCallback callback, CancellationToken cancellation);

/// <summary>A <see cref="SavedCardCallbackHandler"/> that needs services of the request, such as a database.</summary>
/// <param name="services">The request's services.</param>
/// <param name="callback">The callback, verified.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task ScopedSavedCardCallbackHandler(IServiceProvider services, SavedCardCallback callback, CancellationToken cancellation);
