using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A whole sandbox behind a real socket, on a clock that stands still, with chance that repeats itself.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningSandbox(WebApplication app, SandboxStore store, ManualTime time, CapturedLog log)
    {
        (_app, Store, Time, Log) = (app, store, time, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>The default merchant with a fixed seed; its callbacks come due only when a test moves the clock by an hour.</summary>
    public static Merchant Merchant { get; } = Merchant.Default with
    {
        Seed = 9970,
        Schedule = new CallbackSchedule(TimeSpan.FromHours(1)),
    };

    public SandboxStore Store { get; }

    public ManualTime Time { get; }

    public CapturedLog Log { get; }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    public static Task<RunningSandbox> StartAsync(params Merchant[] merchants) =>
        StartAsync(new SandboxSettings { Merchants = merchants is [] ? [Merchant] : merchants });

    /// <summary>Starts on a free port of this machine; the other settings are the test's.</summary>
    public static async Task<RunningSandbox> StartAsync(SandboxSettings settings, ManualTime? time = null)
    {
        time ??= new ManualTime();
        var log = new CapturedLog();
        var store = await SandboxStore.OpenAsync(settings.Store);
        var app = await Sandbox.BuildAsync(settings with { Url = "http://127.0.0.1:0" }, store, time);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.StartAsync();
        return new RunningSandbox(app, store, time, log);
    }

    /// <summary>Makes the call as a form, which is how most merchants do.</summary>
    public Task<Reply> CallAsync(SignedCall call) => SendAsync(call.AsForm());

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            // By hand, because two slashes at the front of a relative address would make a host of what follows.
            request.RequestUri = new Uri(Address.GetLeftPart(UriPartial.Authority) + request.RequestUri!.OriginalString);
            using var response = await Client.SendAsync(request);
            return new Reply(
                (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
        }
    }

    public async Task<string> BalanceAsync(long merchant = Merchant.DefaultId) =>
        (await Store.States.BalanceAsync(GetAccount(merchant).Epoch, GetAccount(merchant).Clock.Now, CancellationToken.None))!.Value.ToString();

    public async Task<IReadOnlyList<Emulator.Payouts.Payout>> PayoutsAsync(long merchant = Merchant.DefaultId) =>
        await Store.Payouts.AllAsync(GetAccount(merchant).Epoch, CancellationToken.None);

    public MerchantState GetAccount(long merchant) => Services.GetRequiredService<MerchantRegistry>().Find(merchant)!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
    }
}
