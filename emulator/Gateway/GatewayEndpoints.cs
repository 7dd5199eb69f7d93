using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The surface a merchant talks to: each path, what signs it, what carries it out.</summary>
internal static class GatewayEndpoints
{
    private static readonly string[] s_methods = [HttpMethods.Post, HttpMethods.Get];

    public static void MapGateway(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var toCard = services.GetRequiredService<PayoutToCard>();
        var status = services.GetRequiredService<StatusInquiry>();

        // GatewayMethods names what is here.
        Map(app, new GatewayOperation("/g2g/p2p2nonreg", Surface.Gateway, SecretKind.Payout, toCard.CarryOutAsync));
        Map(app, new GatewayOperation("/g2g/payout_status2", Surface.Gateway, SecretKind.Payout, status.SecondAsync));
        Map(app, new GatewayOperation("/g2g/payout_status", Surface.Gateway, SecretKind.Payout, status.FirstAsync));
    }

    private static void Map(IEndpointRouteBuilder app, GatewayOperation operation)
    {
        var call = app.ServiceProvider.GetRequiredService<GatewayCall>();
        RequestDelegate handle = context => call.HandleAsync(context, operation);
        app.MapMethods(operation.Path, s_methods, handle);
    }
}
