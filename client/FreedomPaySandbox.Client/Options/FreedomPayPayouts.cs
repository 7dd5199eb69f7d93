using FreedomPaySandbox.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the payouts of Freedom Pay among a program's services.</summary>
public static class FreedomPayPayouts
{
    // A connection that does not come about within this time was no sent payout; the rest of the time-out is for the answer.
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    // A client that a singleton keeps must notice in time that the gateway's name leads elsewhere.
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds <see cref="PayoutClient"/>, <see cref="CallbackReader"/>, <see cref="SavedCardCallbackReader"/> and
    /// <see cref="CallbackAnswer"/>. The options are checked when the program starts.
    /// </summary>
    /// <remarks>
    /// The client follows no redirects, keeps no cookies and sends each payout once. Do not add a handler that repeats calls to the
    /// builder that is returned: a payout whose answer was lost may have been made.
    /// </remarks>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddFreedomPayPayouts(this IServiceCollection services, Action<FreedomPayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        services.AddOptions<FreedomPayOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FreedomPayOptions>, FreedomPayOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CallbackReader(GetOptions(provider)));
        services.TryAddSingleton(provider => new SavedCardCallbackReader(GetOptions(provider)));
        services.TryAddSingleton(provider => new CallbackAnswer(GetOptions(provider)));
        return services
            .AddHttpClient(nameof(PayoutClient), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = s_connectTimeout,
                PooledConnectionLifetime = s_connectionLifetime,
            })
            .AddTypedClient((http, provider) => new PayoutClient(http, GetOptions(provider), provider.GetRequiredService<TimeProvider>()));
    }

    private static FreedomPayOptions GetOptions(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<FreedomPayOptions>>().Value;
}
