using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>The sandbox as the README starts it, but on a free port and with a clock that stands still.</summary>
internal sealed class RunningSandbox(WebApplication app, SandboxStore store) : IAsyncDisposable
{
    private static readonly CallbackSchedule s_never = new(TimeSpan.FromHours(1));

    private readonly HttpClient _http = new() { BaseAddress = new Uri(app.Urls.First()) };

    public static async Task<RunningSandbox> StartAsync(bool callsBack = false)
    {
        var merchant = Merchant.Default with { Schedule = callsBack ? CallbackSchedule.FreedomPay : s_never };
        var settings = new SandboxSettings { Url = "http://127.0.0.1:0", Merchants = [merchant] };
        var store = await SandboxStore.OpenAsync(path: null);
        var app = await Sandbox.BuildAsync(settings, store, new ManualTime());
        await app.StartAsync();
        return new RunningSandbox(app, store);
    }

    /// <summary>Posts the fields as curl's <c>-F</c> does.</summary>
    public async Task<string> PostAsync(Parameters fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in fields)
            form.Add(new StringContent(field.Value), field.Name);
        using var response = await _http.PostAsync(new Uri("/g2g/p2p2nonreg", UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }
}
