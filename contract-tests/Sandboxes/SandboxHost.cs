using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A whole sandbox behind a real socket, and the store to look inside.</summary>
internal abstract class SandboxHost(WebApplication app, SandboxStore store) : IAsyncDisposable
{
    public SandboxStore Store => store;

    public IServiceProvider Services => app.Services;

    public HttpClient Client { get; } = new();

    public Uri Address => Client.BaseAddress!;

    public MerchantState GetAccount(long merchant = Merchant.DefaultId) => Services.GetRequiredService<MerchantRegistry>().Find(merchant)!;

    public async Task<IReadOnlyList<Emulator.Payouts.Payout>> PayoutsAsync(long merchant = Merchant.DefaultId) =>
        await Store.Payouts.AllAsync(GetAccount(merchant).Epoch, CancellationToken.None);

    /// <summary>Stops as on SIGTERM; the store stays open.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (StopsInOrder)
            await StopAsync();
        await app.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>Whether disposal waits for what is under way.</summary>
    protected virtual bool StopsInOrder => true;

    /// <summary>Builds one for a free port of this machine, unless the test names an address.</summary>
    protected static async Task<(WebApplication App, SandboxStore Store)> BuildAsync(
        SandboxSettings settings, TimeProvider time, string url = "http://127.0.0.1:0")
    {
        var store = await SandboxStore.OpenAsync(settings.Store);
        return (await Sandbox.BuildAsync(settings with { Url = url }, store, time), store);
    }

    protected static async Task<T> StartAsync<T>(T host)
        where T : SandboxHost
    {
        await host.RunAsync();
        return host;
    }

    private async Task RunAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new UriBuilder(app.Urls.Single()) { Host = "127.0.0.1" }.Uri;
    }
}
