using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Telemetry;

/// <summary>Takes what is exported over OTLP, http/protobuf, as a collector would. Texts and ids stand in it as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly WebApplication _app;
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>All that came, as text of one byte a letter.</summary>
    public string All => string.Concat(_received.Select(export => System.Text.Encoding.Latin1.GetString(export.Body)));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.ReceiveAsync);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until all these stand in what came under a path.</summary>
    public async Task WhenAsync(string path, params IReadOnlyList<byte[]> contents)
    {
        var patience = Patience.For($"an export to {path}");
        while (true)
        {
            var came = Volatile.Read(ref _came).Task;
            var bodies = _received.Where(export => export.Path == path).Select(export => export.Body).ToList();
            if (contents.All(content => bodies.Exists(body => body.AsSpan().IndexOf(content) >= 0)))
                return;
            await came.WaitAsync(patience.Left);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        Interlocked.Exchange(ref _came, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
