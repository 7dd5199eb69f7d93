namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary>
/// A method of the gateway. The file of its class holds all that is known of the method: paths, secret, fields, use case and answer.
/// </summary>
internal interface IGatewayMethod
{
    /// <summary>The operations of the method: one for each path under which it is called.</summary>
    IReadOnlyList<GatewayOperation> Operations { get; }
}

/// <summary>All methods of the gateway that the sandbox has.</summary>
internal static class GatewayMethods
{
    public static IServiceCollection AddGatewayMethods(this IServiceCollection services) => services
        .AddSingleton<PayoutResponder>()
        .AddSingleton<IGatewayMethod, PayToCard>()
        .AddSingleton<IGatewayMethod, PayToIban>()
        .AddSingleton<IGatewayMethod, PayToSavedCard>()
        .AddSingleton<IGatewayMethod, PayByPage>()
        .AddSingleton<IGatewayMethod, SaveCardByPage>()
        .AddSingleton<IGatewayMethod, GetBalance>()
        .AddSingleton<IGatewayMethod, GetStatus>();
}
