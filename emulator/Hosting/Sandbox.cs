using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Gateway.Operations;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Emulator.Web.Dashboard;
using FreedomPaySandbox.Emulator.Web.Pages;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>Puts a sandbox together from its parts, and runs it.</summary>
internal static class Sandbox
{
    /// <returns>What was found of the merchants while it ran.</returns>
    public static async Task<FindingCounters> RunAsync(SandboxSettings settings, Task<WebApplicationBuilder> builder)
    {
        var store = Task.Run(() =>
        {
            if (!StoreEngine.IsConnectionString(settings.Store))
                SqliteLibrary.Tune();
            return SandboxStore.At(settings.Store);
        });
        using var telemetry = TelemetryExport.Start(settings.Telemetry);
        await using var app = await BuildAsync(await builder, settings, store, TimeProvider.System);
        await app.StartAsync();
        Banner.Write(app, settings, await store);

        // The library of signatures takes a while to load: no start waited for it, and the first payout should not, either.
        _ = Task.Run(() => Signature.Compute("", [], ""));
        await app.WaitForShutdownAsync();

        var merchants = app.Services.GetRequiredService<MerchantRegistry>();
        foreach (var state in merchants.All)
            state.Misuse.FindingsAt(state.Clock.Now);
        return merchants.Findings;
    }

    public static Task<WebApplication> BuildAsync(SandboxSettings settings, SandboxStore store, TimeProvider time) =>
        BuildAsync(NewBuilder(), settings, Task.FromResult(store), time);

    /// <summary>All of the web server that no setting changes.</summary>
    public static WebApplicationBuilder NewBuilder()
    {
        // The empty one: the others read appsettings.json of whatever folder they are started in, and variables of ASP.NET Core.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Logging.UseLines();

        // Its lines would repeat the gateway's own, and for their sake each call would get an activity that nobody reads.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        return builder;
    }

    /// <summary>Puts the application together while the store opens; from then on the store is the application's to dispose of.</summary>
    public static async Task<WebApplication> BuildAsync(
        WebApplicationBuilder builder, SandboxSettings settings, Task<SandboxStore> store, TimeProvider time)
    {
        builder.WebHost.UseUrls(ListenAddress.Parse(settings.Url));
        var machine = new SandboxClock(time);
        var merchants = new MerchantRegistry();
        var room = new JournalFactory(settings.JournalEntries);
        var lifecycle = AccountsOfAsync(settings, merchants, store, room, machine);
        var opening = OpenAsync(store, lifecycle);
        AddSandbox(builder.Services, settings, time);
        AddAdmin(builder.Services, settings, time);
        builder.Services.AddSingleton(machine);
        builder.Services.AddSingleton(merchants);
        builder.Services.AddSingleton(room);
        builder.Services.AddSingleton(_ => store.Result);
        builder.Services.AddSingleton(_ => lifecycle.Result);

        var app = builder.Build();
        await lifecycle;
        app.Use(next => context => RepeatedSlashes.FoldAsync(context, next));
        if (PublicPath.TryCreate(settings.PublicUrl) is { } path)
            app.Use(next => context => path.TakeOffAsync(context, next));
        var returned = new ReturnedCallback(app.Services.GetRequiredService<CallRecorder>(), machine);
        app.Use(next => context => returned.PassAsync(context, next));
        app.UseAdminGate(settings);
        app.UseAdmin();
        app.UseDashboard(settings);
        app.UseRouting();
        var gate = ForeignPageGate.Create(app.Services);
        app.Use(next => context => gate.PassAsync(context, next));
        app.UseUnknownCalls();
        app.MapGateway();
        app.MapPages();
        app.MapHealth();
        await opening;
        return app;
    }

    private static void AddAdmin(IServiceCollection services, SandboxSettings settings, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ClockController>();
        services.AddSingleton(_ => new WrongTokens(time));
        services.AddSingleton<MerchantReset>();
        services.AddAdminDescription();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AdminJson.Readable);
            json.SerializerOptions.Encoder = AdminJson.Readable.Options.Encoder;
            json.SerializerOptions.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter());
        });
    }

    private static void AddSandbox(IServiceCollection services, SandboxSettings settings, TimeProvider time)
    {
        services.AddSingleton<SandboxMetrics>();
        services.AddSingleton<UnattributedJournal>();
        services.AddSingleton<DiagnosisQueue>();
        services.AddSingleton<CallRecorder>();
        services.AddSingleton(new PublicAddress(settings.PublicUrl));
        services.AddSingleton<CreatePayout>();
        services.AddSingleton<SettlePayout>();
        services.AddSingleton<ResendCallback>();
        services.AddSingleton<SaveCard>();
        services.AddSingleton<SubmitCard>();
        services.AddGatewayMethods();
        services.AddSingleton<PageVisit>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GatewayPipeline>(provider, settings.UnknownMerchantCode));

        services.AddSingleton(settings.CallbackConcurrency);
        services.AddSingleton(provider => OwnAddresses.Create(
            () => provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []));
        services.AddSingleton(provider => new HttpMessageInvoker(CallbackConnection.Handler(provider.GetRequiredService<OwnAddresses>())));
        services.AddSingleton(provider => new CallbackSender(provider.GetRequiredService<HttpMessageInvoker>(), time));
        services.AddSingleton(SandboxLocation.Here());
        services.AddSingleton<CallbackDispatcher>();
        services.AddSingleton<CallbackDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<CallbackDelivery>());
        services.AddHostedService<PeerSync>();
    }

    private static async Task<MerchantLifecycle> AccountsOfAsync(
        SandboxSettings settings, MerchantRegistry merchants, Task<SandboxStore> store, JournalFactory room, SandboxClock machine) =>
        new(merchants, await store, settings, room, machine);

    private static async Task OpenAsync(Task<SandboxStore> store, Task<MerchantLifecycle> lifecycle)
    {
        await (await store).OpenAsync();
        await (await lifecycle).OpenAsync();
    }
}
