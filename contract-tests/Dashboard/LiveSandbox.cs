using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>A whole sandbox by the machine's own time, for browsers that wait by it, too.</summary>
internal sealed class LiveSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private LiveSandbox(WebApplication app) => (_app, Address) = (app, new Uri(app.Urls.Single()));

    public Uri Address { get; }

    public static async Task<LiveSandbox> StartAsync()
    {
        var settings = new SandboxSettings { Merchants = [Merchant.Default], Url = "http://127.0.0.1:0" };
        var app = await Sandbox.BuildAsync(settings, await SandboxStore.OpenAsync(path: null), TimeProvider.System);
        await app.StartAsync();
        return new LiveSandbox(app);
    }

    public async Task PayAsync(SignedCall call)
    {
        using var request = call.AsForm();
        request.RequestUri = new Uri(Address, request.RequestUri!);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
