using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Testing;

/// <summary>The emulator, running in this process on a free port of loopback.</summary>
internal sealed class HostedSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxStore _store;

    private HostedSandbox(WebApplication app, SandboxStore store) => (_app, _store) = (app, store);

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HostedSandbox> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        var settings = new SandboxSettings
        {
            Url = "http://127.0.0.1:0",
            Store = options.Store,
            Merchants = [Merchant.Default with { Seed = options.Seed }],
        };
        var store = await OpenAsync(settings.Store);
        WebApplication? app = null;
        try
        {
            app = await Emulator.Hosting.Sandbox.BuildAsync(NewBuilder(options), settings, Task.FromResult(store), options.Time);
            await app.StartAsync(cancellation);
            return new HostedSandbox(app, store);
        }
        catch
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // At once: nobody is left to answer the calls under way for, or to call back.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task<SandboxStore> OpenAsync(string? path)
    {
        try
        {
            return await SandboxStore.OpenAsync(path);
        }
        catch (StoreUnavailableException fault)
        {
            throw new SandboxException(fault.Message, fault);
        }
    }

    private static WebApplicationBuilder NewBuilder(SandboxOptions options)
    {
        var builder = Emulator.Hosting.Sandbox.NewBuilder();
        builder.Services.AddSingleton<IHostLifetime, BorrowedProcess>();
        builder.Logging.ClearProviders();
        if (options.Log is { } log)
            builder.Logging.AddProvider(new LineSink(log));
        return builder;
    }
}
