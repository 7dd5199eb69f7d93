using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Telemetry;

/// <summary>Takes what is exported over OTLP, http/protobuf, as a collector would. Texts and ids stand in it as they are.</summary>
internal sealed class Collector : LocalServer
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All that came, as text of one byte a letter.</summary>
    public string All => string.Concat(_received.Select(export => System.Text.Encoding.Latin1.GetString(export.Body)));

    public static Task<Collector> StartAsync() => StartAsync(new Collector());

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

    protected override async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        Interlocked.Exchange(ref _came, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
