using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>The callback address of one merchant or of many, a real server on loopback: keeps what came under each path, and answers by what came.</summary>
internal sealed class CallbackInbox : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedCallback> _received = new();
    private readonly Func<ReceivedCallback, EndpointAnswer> _answer;
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(Predicate<IReadOnlyCollection<ReceivedCallback>> Enough, TaskCompletionSource Come)> _waiting = [];

    private CallbackInbox(Func<ReceivedCallback, EndpointAnswer> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    /// <summary>All that came, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedCallback> All => [.. _received];

    /// <summary>Starts one that answers 200, unless the test says otherwise.</summary>
    public static async Task<CallbackInbox> StartAsync(Func<ReceivedCallback, EndpointAnswer>? answer = null)
    {
        var inbox = new CallbackInbox(answer ?? (_ => EndpointAnswers.Ok));
        await inbox._app.StartAsync();
        return inbox;
    }

    public string Link(string path = "/post") => _app.Urls.Single() + path;

    public IReadOnlyList<ReceivedCallback> For(string orderId) => [.. All.Where(callback => callback.Fields["pg_order_id"] == orderId)];

    public IReadOnlyList<ReceivedCallback> Under(string path) => [.. All.Where(callback => callback.Target == path)];

    /// <summary>Returns once so many have come, of an order or of any.</summary>
    public Task ComeAsync(int count, string? orderId = null)
    {
        Predicate<IReadOnlyCollection<ReceivedCallback>> enough = orderId is null
            ? all => all.Count >= count
            : all => all.Count(callback => callback.Fields["pg_order_id"] == orderId) >= count;
        lock (_lock)
        {
            if (enough(_received))
                return Task.CompletedTask;
            var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((enough, come));
            return come.Task.WaitAsync(Patience.Limit);
        }
    }

    public void Forget() => _received.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var callback = await ReceivedCallback.ReadAsync(context.Request);
        Keep(callback);
        try
        {
            await _answer(callback)(context);
        }
        catch (OperationCanceledException)
        {
            // The sandbox has gone.
        }
    }

    private void Keep(ReceivedCallback callback)
    {
        lock (_lock)
        {
            _received.Enqueue(callback);
            foreach (var one in _waiting.Where(one => one.Enough(_received)).ToList())
            {
                _waiting.Remove(one);
                one.Come.TrySetResult();
            }
        }
    }
}
