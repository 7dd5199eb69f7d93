using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The surface a merchant talks to: each path, what signs it, what carries it out. <see cref="GatewayMethods"/> names what is here.</summary>
internal static class GatewayEndpoints
{
    /// <summary>The part of a path that says which merchant calls.</summary>
    public const string MerchantInPath = "merchant";

    private static readonly string[] s_methods = [HttpMethods.Post, HttpMethods.Get];

    public static void MapGateway(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var toIban = services.GetRequiredService<PayoutToIban>();
        var toToken = services.GetRequiredService<PayoutToToken>();
        var balance = services.GetRequiredService<BalanceInquiry>();
        var status = services.GetRequiredService<StatusInquiry>();

        app.MapOperations(
            OfGateway("p2p2nonreg", services.GetRequiredService<PayoutToCard>().CarryOutAsync),
            OfGateway("to_iban", toIban.CarryOutAsync),
            OfApi("to_iban", toIban.CarryOutAsync),
            OfApi("iban_payout", toIban.CarryOutOlderAsync),
            OfGateway("reg2reg", toToken.CarryOutAsync) with { CardOf = toToken.CardAsync },
            OfApi("reg2reg", toToken.CarryOutAsync) with { CardOf = toToken.CardAsync },
            OfApi("reg2nonreg", services.GetRequiredService<PayoutByPage>().CarryOutAsync),
            new("/v1/merchant/{merchant}/cardstoragepayout/add", Surface.Merchant, SecretKind.Receive, services.GetRequiredService<CardSaving>().CarryOutAsync),
            OfGateway("balance_status", balance.CarryOutAsync),
            OfApi("balance_status", balance.CarryOutAsync),
            OfGateway("payout_status2", status.Of(StatusQuestion.ByEither, StatusAnswer.Second)),
            OfGateway("payout_status", status.Of(StatusQuestion.ByEither, StatusAnswer.First)),
            OfApi("payment_status2", status.Of(StatusQuestion.ByOrder, StatusAnswer.SecondOfApi)),
            OfApi("payment_status", status.Of(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
            OfApi("iban_payout/payment_status", status.Of(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
            new("/get_status2.php", Surface.Api, SecretKind.Receive, status.Of(StatusQuestion.ByOrder, StatusAnswer.ByOrder)));
    }

    private static GatewayOperation OfGateway(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> carryOut) =>
        new($"/g2g/{method}", Surface.Gateway, SecretKind.Payout, carryOut);

    private static GatewayOperation OfApi(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> carryOut) =>
        new($"/api/{method}", Surface.Api, SecretKind.Payout, carryOut);

    private static void MapOperations(this IEndpointRouteBuilder app, params ReadOnlySpan<GatewayOperation> operations)
    {
        var call = app.ServiceProvider.GetRequiredService<GatewayCall>();
        foreach (var operation in operations)
        {
            RequestDelegate handle = context => call.HandleAsync(context, operation);
            app.MapMethods(operation.Path, s_methods, handle).WithMetadata(operation);
        }
    }
}
