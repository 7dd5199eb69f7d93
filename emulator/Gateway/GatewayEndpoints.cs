using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

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
            Gateway("p2p2nonreg", services.GetRequiredService<PayoutToCard>().HandleAsync),
            Gateway("to_iban", toIban.HandleAsync),
            Api("to_iban", toIban.HandleAsync),
            Api("iban_payout", toIban.CarryOutOlderAsync),
            Gateway("reg2reg", toToken.HandleAsync) with { CardOf = toToken.CardAsync },
            Api("reg2reg", toToken.HandleAsync) with { CardOf = toToken.CardAsync },
            Api("reg2nonreg", services.GetRequiredService<HostedPayout>().HandleAsync),
            new("/v1/merchant/{merchant}/cardstoragepayout/add", ApiGeneration.Merchant, SecretKind.Receive, services.GetRequiredService<CardSaving>().HandleAsync),
            Gateway("balance_status", balance.HandleAsync),
            Api("balance_status", balance.HandleAsync),
            Gateway("payout_status2", status.Handler(StatusQuestion.ByEither, StatusAnswer.Second)),
            Gateway("payout_status", status.Handler(StatusQuestion.ByEither, StatusAnswer.First)),
            Api("payment_status2", status.Handler(StatusQuestion.ByOrder, StatusAnswer.SecondOfApi)),
            Api("payment_status", status.Handler(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
            Api("iban_payout/payment_status", status.Handler(StatusQuestion.ByOrder, StatusAnswer.FirstOfApi)),
            new("/get_status2.php", ApiGeneration.Api, SecretKind.Receive, status.Handler(StatusQuestion.ByOrder, StatusAnswer.ByOrder)));
    }

    private static GatewayOperation Gateway(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> carryOut) =>
        new($"/g2g/{method}", ApiGeneration.Gateway, SecretKind.Payout, carryOut);

    private static GatewayOperation Api(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> carryOut) =>
        new($"/api/{method}", ApiGeneration.Api, SecretKind.Payout, carryOut);

    private static void MapOperations(this IEndpointRouteBuilder app, params ReadOnlySpan<GatewayOperation> operations)
    {
        var call = app.ServiceProvider.GetRequiredService<GatewayPipeline>();
        foreach (var operation in operations)
        {
            RequestDelegate handle = context => call.HandleAsync(context, operation);
            app.MapMethods(operation.Path, s_methods, handle).WithMetadata(operation);
        }
    }
}
