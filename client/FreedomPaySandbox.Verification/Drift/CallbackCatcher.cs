using System.Collections.Concurrent;
using System.Threading.Channels;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Verification.Drift;

/// <summary>An endpoint that takes the callbacks of a run, each scenario's in a place of its own.</summary>
internal sealed class CallbackCatcher : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Channel<CaughtCallback>> _caught = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly Uri? _public;
    private readonly CallbackFieldReader _read;
    private readonly TimeProvider _time;

    private CallbackCatcher(WebApplication app, Uri? address, CallbackFieldReader read, TimeProvider time) =>
        (_app, _public, _read, _time) = (app, address, read, time);

    /// <param name="listen">Where to listen, such as <c>http://0.0.0.0:9099</c>; a free port of this machine when left out.</param>
    /// <param name="reachedAt">Under which address the gateway reaches it, if another.</param>
    /// <param name="read">Reads a callback.</param>
    /// <param name="time">By which it waits.</param>
    public static async Task<CallbackCatcher> StartAsync(string? listen, Uri? reachedAt, CallbackFieldReader read, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen ?? "http://127.0.0.1:0");
        var app = builder.Build();
        var catcher = new CallbackCatcher(app, reachedAt, read, time);
        app.MapPost("/{order}/{**path}", context => catcher.CatchAsync(context, (string)context.Request.RouteValues["order"]!));
        await app.StartAsync();
        return catcher;
    }

    public string GetLink(string order, string path)
    {
        var own = new Uri(_app.Urls.Single());
        return $"{(_public ?? own).ToString().TrimEnd('/')}/{order}{path}";
    }

    /// <summary>The first callback of that order; nothing when none comes in time.</summary>
    public async Task<CaughtCallback?> NextAsync(string order)
    {
        try
        {
            return await Start(order).Reader.ReadAsync().AsTask().WaitAsync(s_patience, _time);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CatchAsync(HttpContext context, string order)
    {
        var request = context.Request;
        if (await _read(request, context.RequestAborted) is { } fields)
            Start(order).Writer.TryWrite(new CaughtCallback($"http://host{request.Path.Value}", request.ContentType, fields));
    }

    private Channel<CaughtCallback> Start(string order) => _caught.GetOrAdd(order, _ => Channel.CreateBounded<CaughtCallback>(8));
}

/// <summary>A callback that came: to which link, and what it says.</summary>
internal sealed record CaughtCallback(string Link, string? ContentType, Parameters Fields);

/// <summary>Reads the fields of a callback, in any encoding that the protocol has.</summary>
/// <returns>Nothing when it is no message.</returns>
internal delegate Task<Parameters?> CallbackFieldReader(HttpRequest request, CancellationToken cancellation);
