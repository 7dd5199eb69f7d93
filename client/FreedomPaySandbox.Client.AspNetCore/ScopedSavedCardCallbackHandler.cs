namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>A <see cref="SavedCardCallbackHandler"/> that needs services of the request, such as a database.</summary>
/// <param name="services">The request's services.</param>
/// <param name="callback">The callback, verified.</param>
/// <param name="cancellation">Cancelled when the gateway hangs up.</param>
public delegate Task ScopedSavedCardCallbackHandler(IServiceProvider services, SavedCardCallback callback, CancellationToken cancellation);
