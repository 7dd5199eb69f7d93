using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Admin;

/// <summary>The routes of the admin API as they are mapped, each as method and pattern.</summary>
internal static class AdminRoutes
{
    /// <summary>They are there once the sandbox has had its first call to the admin API.</summary>
    public static IReadOnlyList<string> Discover(RunningSandbox sandbox) =>
    [
        .. sandbox.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/__admin", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}")),
    ];
}
