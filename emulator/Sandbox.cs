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
        // Side by side, because people wait for a start.
        var opening = Task.Run(() => SandboxStore.OpenAsync(settings.Store));
        var builder = Prepare(settings);
        await using var store = await opening;
        await using var app = await BuildAsync(builder, settings, store, TimeProvider.System);
        await app.StartAsync();
        Banner.Write(app, settings, store);
        await app.WaitForShutdownAsync();
    }

    public static Task<WebApplication> BuildAsync(SandboxSettings settings, SandboxStore store, TimeProvider time) =>
        BuildAsync(Prepare(settings), settings, store, time);

    private static WebApplicationBuilder Prepare(SandboxSettings settings)
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
        return builder;
    }

    private static async Task<WebApplication> BuildAsync(
        WebApplicationBuilder builder, SandboxSettings settings, SandboxStore store, TimeProvider time)
    {
        var merchants = new MerchantBook(settings.Merchants);
        var enrolling = EnrolAsync(merchants, store);
        AddSandbox(builder.Services, settings, store, time);
        builder.Services.AddSingleton(merchants);
        builder.Services.AddSingleton(_ => enrolling.Result);

        var app = builder.Build();
        await enrolling;
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

    private static async Task<MerchantSeeds> EnrolAsync(MerchantBook merchants, SandboxStore store)
    {
        var seeds = new MerchantSeeds();
        foreach (var merchant in merchants.All)
            seeds.Set(merchant.Id, await store.EnrolAsync(merchant, merchant.Seed is { } seed ? new Seed(seed) : Seed.Draw()));
        return seeds;
    }
}
