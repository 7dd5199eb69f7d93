using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A whole sandbox that a test knows by its address only, as any test suite does; the store is there to look inside.</summary>
internal sealed class SteeredSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SteeredSandbox(WebApplication app, SandboxStore store)
    {
        (_app, Store) = (app, store);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Admin = new AdminClient(Client);
    }

    public SandboxStore Store { get; }

    public HttpClient Client { get; }

    public AdminClient Admin { get; }

    /// <summary>Starts one, on the machine's own clock unless the test brings another.</summary>
    public static async Task<SteeredSandbox> StartAsync(TimeProvider? time = null, SandboxSettings? settings = null)
    {
        settings ??= new SandboxSettings();
        var store = await SandboxStore.OpenAsync(settings.Store);
        var app = await Sandbox.BuildAsync(settings with { Url = "http://127.0.0.1:0" }, store, time ?? TimeProvider.System);
        await app.StartAsync();
        return new SteeredSandbox(app, store);
    }

    /// <summary>Makes a merchant as a test suite would, in the words of the admin API.</summary>
    public Task<SteeredMerchant> MakeAsync(object order) => SteeredMerchant.MakeAsync(Client, order);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
