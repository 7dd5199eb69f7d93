using FreedomPaySandbox.Emulator.Gateway.Operations;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Maps the paths that a merchant calls. Each method has a file of its own in <c>Operations</c>.</summary>
internal static class GatewayEndpoints
{
    /// <summary>The part of a path that says which merchant calls.</summary>
    public const string MerchantInPath = "merchant";

    private static readonly string[] s_methods = [HttpMethods.Post, HttpMethods.Get];

    public static void MapGateway(this IEndpointRouteBuilder app)
    {
        var pipeline = app.ServiceProvider.GetRequiredService<GatewayPipeline>();
        foreach (var operation in app.ServiceProvider.GetServices<IGatewayMethod>().SelectMany(method => method.Operations))
        {
            RequestDelegate handle = context => pipeline.HandleAsync(context, operation);
            app.MapMethods(operation.Path, s_methods, handle).WithMetadata(operation);
        }
    }
}
