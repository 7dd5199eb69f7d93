using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Health;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator;

/// <summary>Puts a sandbox together from its parts, and runs it.</summary>
internal static class Sandbox
{
    public static async Task RunAsync(SandboxSettings settings)
    {
        await using var store = await SandboxStore.OpenAsync(settings.Store);
        await using var app = await BuildAsync(settings, store, TimeProvider.System);
        await app.StartAsync();
        Banner.Write(app, settings, store);
        await app.WaitForShutdownAsync();
    }

    public static async Task<WebApplication> BuildAsync(SandboxSettings settings, SandboxStore store, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.UseLines();
        builder.WebHost.UseUrls(ListenAddress.Of(settings.Url));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestReader.Limits.MaxLength;
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        AddSandbox(builder.Services, settings, store, time);

        var app = builder.Build();
        await EnrolAsync(app.Services, store);
        app.Use(next => context => RepeatedSlashes.FoldAsync(context, next));
        app.UseRouting();
        app.MapGateway();
        app.MapHealth();
        return app;
    }

    private static void AddSandbox(IServiceCollection services, SandboxSettings settings, SandboxStore store, TimeProvider time)
    {
        services.AddSingleton(store);
        services.AddSingleton(new SandboxClock(time));
        services.AddSingleton(new MerchantBook(settings.Merchants));
        services.AddSingleton<MerchantSeeds>();
        services.AddSingleton<AnswerSalts>();
        services.AddSingleton<PayoutToCard>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatewayCall>(provider, settings.UnknownMerchantCode));

        services.AddSingleton(settings.CallbackConcurrency);
        services.AddSingleton(_ => new HttpMessageInvoker(CallbackConnection.Handler()));
        services.AddSingleton(provider => new CallbackSender(provider.GetRequiredService<HttpMessageInvoker>(), time));
        services.AddSingleton<CallbackAttempts>();
        services.AddSingleton<CallbackDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<CallbackDelivery>());
    }

    private static async Task EnrolAsync(IServiceProvider services, SandboxStore store)
    {
        var seeds = services.GetRequiredService<MerchantSeeds>();
        foreach (var merchant in services.GetRequiredService<MerchantBook>().All)
            seeds.Set(merchant.Id, await store.EnrolAsync(merchant, merchant.Seed is { } seed ? new Seed(seed) : Seed.Draw()));
    }
}
