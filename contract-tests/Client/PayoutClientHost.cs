using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A program of a merchant's: the client among its services, on real connections, everything it logs kept.</summary>
internal sealed class PayoutClientHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PayoutClientHost(Uri address, TimeProvider? time = null, bool withReceiveSecret = false)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        if (time is not null)
            services.AddSingleton(time);
        services.AddFreedomPayPayouts(options =>
        {
            options.BaseAddress = address;
            options.MerchantId = 9970;
            options.PayoutSecret = Gateway.Secret;
            options.ReceiveSecret = withReceiveSecret ? Gateway.ReceiveSecret : null;
        });
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public CapturedLog Log { get; } = new();

    public PayoutClient Client => _services.GetRequiredService<PayoutClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
