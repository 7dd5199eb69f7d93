using FreedomPaySandbox.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>
/// A merchant's callback endpoint in this process, made of the reference packages: verifies each callback, answers 200, knows repeats.
/// </summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private const string Path = "/payouts/callback";

    private readonly WebApplication _app;
    private readonly string? _host;
    private long _taken;
    private long _repeats;

    private CallbackReceiver(WebApplication app, string? host) => (_app, _host) = (app, host);

    public string PostLink
    {
        get
        {
            var own = new Uri(_app.Urls.Single());
            return $"http://{_host ?? own.Host}:{own.Port}{Path}";
        }
    }

    public long Taken => Interlocked.Read(ref _taken);

    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>Hears the order id of each callback, once it was taken; from any thread.</summary>
    public Action<string> Heard { get; set; } = _ => { };

    public static async Task<CallbackReceiver> StartAsync(
        CallbackPlace place, Uri gateway, long merchant, string payoutSecret, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(place.Url);
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddFreedomPayPayouts(options => (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (gateway, merchant, payoutSecret));
        var app = builder.Build();
        var receiver = new CallbackReceiver(app, place.Host);
        app.MapPayoutCallback(Path, (callback, isRepeat, _) =>
        {
            receiver.Hear(callback, isRepeat);
            return Task.CompletedTask;
        });
        await app.StartAsync(cancellation);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private void Hear(Callback callback, bool isRepeat)
    {
        Interlocked.Increment(ref _taken);
        if (isRepeat)
            Interlocked.Increment(ref _repeats);
        Heard(callback.OrderId);
    }
}
