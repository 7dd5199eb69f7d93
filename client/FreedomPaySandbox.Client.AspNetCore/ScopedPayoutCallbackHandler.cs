namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>A <see cref="PayoutCallbackHandler"/> that needs services of the request, such as a database.</summary>
/// <param name="services">The request's services.</param>
/// <param name="callback">The callback, verified.</param>
/// <param name="isRepeat">Whether one of the same payment id and status was stored before.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task ScopedPayoutCallbackHandler(
    IServiceProvider services, Callback callback, bool isRepeat, CancellationToken cancellation);
