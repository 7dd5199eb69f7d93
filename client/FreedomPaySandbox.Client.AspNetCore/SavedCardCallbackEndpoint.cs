using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that is sent to the gateway as <c>pg_post_link</c> when a card is saved.</summary>
public static class SavedCardCallbackEndpoint
{
    private const string LogCategory = "FreedomPaySandbox.Client.SavedCardCallback";

    /// <summary>
    /// Receives the callbacks of saved cards. A callback that cannot be believed is answered with 400 and a text that says what to check;
    /// one whose handler throws, with 500, so that it comes again; all others with 200, after the handler has completed.
    /// </summary>
    /// <param name="endpoints">The program's endpoints; <c>AddFreedomPayPayouts</c> must be among its services, with a receive
    /// secret.</param>
    /// <param name="pattern">The path. Another one than that of payouts, which are signed with another secret.</param>
    /// <param name="handler">Stores the token.</param>
    /// <param name="publicUrl">
    /// The address exactly as it is sent in <c>pg_post_link</c>; needed where a proxy changes the last segment of the path, or where it has
    /// other than Latin letters (S-10). The path of the request when left out.
    /// </param>
    /// <returns>The endpoint, for what else belongs to it.</returns>
    /// <exception cref="InvalidOperationException"><c>AddFreedomPayPayouts</c> was not called, or its options have no receive
    /// secret.</exception>
    public static IEndpointConventionBuilder MapSavedCardCallback(
        this IEndpointRouteBuilder endpoints, string pattern, SavedCardCallbackHandler handler, Uri? publicUrl = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapSavedCardCallback(pattern, (_, callback, cancellation) => handler(callback, cancellation), publicUrl);
    }

    /// <inheritdoc cref="MapSavedCardCallback(IEndpointRouteBuilder, string, SavedCardCallbackHandler, Uri)"/>
    /// <param name="endpoints">The program's endpoints; <c>AddFreedomPayPayouts</c> must be among its services, with a receive
    /// secret.</param>
    /// <param name="pattern">The path. Another one than that of payouts, which are signed with another secret.</param>
    /// <param name="handler">Stores the token, with services of the request.</param>
    /// <param name="publicUrl">The address exactly as it is sent in <c>pg_post_link</c>, where it is not the path of the request
    /// (S-10).</param>
    public static IEndpointConventionBuilder MapSavedCardCallback(
        this IEndpointRouteBuilder endpoints, string pattern, ScopedSavedCardCallbackHandler handler, Uri? publicUrl = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);

        var services = endpoints.ServiceProvider;
        var reader = services.GetService<SavedCardCallbackReader>() ?? throw NotAdded();
        var answer = services.GetService<CallbackAnswer>() ?? throw NotAdded();
        var kind = new CallbackKind(
            "saved-card",
            reader.Read,
            answer.SavedCardAccepted,
            (context, reading) => handler(context.RequestServices, (SavedCardCallback)reading, context.RequestAborted));
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);
        return endpoints.MapPost(pattern, new CallbackReception(kind, publicUrl, log).ReceiveAsync);
    }

    private static InvalidOperationException NotAdded() =>
        new("MapSavedCardCallback needs the merchant and its receive secret: call services.AddFreedomPayPayouts(…) before.");
}
