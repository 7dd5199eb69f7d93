using System.Threading.Channels;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A merchant's service on loopback that receives its callbacks with <c>MapPayoutCallback</c>.</summary>
internal sealed class CallbackService : IAsyncDisposable
{
    private readonly Channel<(Callback Callback, bool IsRepeat)> _handled = Channel.CreateUnbounded<(Callback, bool)>();
    private readonly WebApplication _app;

    private CallbackService(PayoutCallbackHandler? before, Action<PayoutCallbackOptions>? configure, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddFreedomPayPayouts(options =>
        {
            (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (new Uri("http://sandbox"), 9970, Gateway.Secret);
        });
        services?.Invoke(builder.Services);
        _app = builder.Build();
        _app.MapPayoutCallback("/payouts/{name?}", HandleAsync, configure);

        async Task HandleAsync(Callback callback, bool isRepeat, CancellationToken cancellation)
        {
            if (before is not null)
                await before(callback, isRepeat, cancellation);
            _handled.Writer.TryWrite((callback, isRepeat));
        }
    }

    public CapturedLog Log { get; } = new();

    public string Link => _app.Urls.Single() + "/payouts/post";

    public HttpClient Http { get; } = new();

    public bool IsQuiet => _handled.Reader.Count == 0;

    public static async Task<CallbackService> StartAsync(
        PayoutCallbackHandler? before = null, Action<PayoutCallbackOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var service = new CallbackService(before, configure, services);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>What was handed over next, here already or still to come.</summary>
    public Task<(Callback Callback, bool IsRepeat)> HandledAsync() => _handled.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>Sends a callback to it.</summary>
    public async Task<Reply> SendAsync(SentCallback callback)
    {
        using var request = (callback with { Url = callback.Url == SentCallback.Ok.Url ? Link : callback.Url }).Request();
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return new Reply(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
