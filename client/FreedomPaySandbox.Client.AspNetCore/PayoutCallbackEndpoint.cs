using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that is sent to the gateway as <c>pg_post_link</c>.</summary>
public static class PayoutCallbackEndpoint
{
    private const string LogCategory = "FreedomPaySandbox.Client.PayoutCallback";

    /// <summary>
    /// Receives the callbacks of payouts. A callback that cannot be believed is answered with 400 and a text that says what to check; one
    /// whose handler throws, with 500, so that it comes again; all others with 200, after the handler has completed.
    /// </summary>
    /// <remarks>
    /// A callback comes at least once. In one process the same one is handled by one call at a time, and <c>isRepeat</c> says whether it
    /// was stored before, as far as the <see cref="ICallbackMemory"/> knows.
    /// </remarks>
    /// <param name="endpoints">The program's endpoints; <c>AddFreedomPayPayouts</c> must be among its services.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Stores the callback.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The endpoint, for what else belongs to it.</returns>
    /// <exception cref="InvalidOperationException"><c>AddFreedomPayPayouts</c> was not called.</exception>
    public static IEndpointConventionBuilder MapPayoutCallback(
        this IEndpointRouteBuilder endpoints, string pattern, PayoutCallbackHandler handler, Action<PayoutCallbackOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapPayoutCallback(pattern, (_, callback, isRepeat, cancellation) => handler(callback, isRepeat, cancellation), configure);
    }

    /// <inheritdoc cref="MapPayoutCallback(IEndpointRouteBuilder, string, PayoutCallbackHandler, Action{PayoutCallbackOptions})"/>
    /// <param name="endpoints">The program's endpoints; <c>AddFreedomPayPayouts</c> must be among its services.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Stores the callback, with services of the request.</param>
    /// <param name="configure">Sets the options.</param>
    public static IEndpointConventionBuilder MapPayoutCallback(
        this IEndpointRouteBuilder endpoints, string pattern, ScopedPayoutCallbackHandler handler, Action<PayoutCallbackOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);

        var options = new PayoutCallbackOptions();
        configure?.Invoke(options);
        var services = endpoints.ServiceProvider;
        var reader = services.GetService<CallbackReader>() ?? throw NotAdded();
        var answer = services.GetService<CallbackAnswer>() ?? throw NotAdded();
        var storing = new PayoutStoring(options.Memory ?? services.GetService<ICallbackMemory>() ?? new RecentCallbacks(), handler);
        var kind = new CallbackKind("payout", reader.Read, answer.Accepted, (context, reading) => storing.StoreAsync(context, (Callback)reading));
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);
        return endpoints.MapPost(pattern, new CallbackReception(kind, options.PublicUrl, log).ReceiveAsync);
    }

    private static InvalidOperationException NotAdded() =>
        new("MapPayoutCallback needs the merchant and its secret: call services.AddFreedomPayPayouts(…) before.");
}
