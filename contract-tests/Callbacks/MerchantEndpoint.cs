using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>The callback address of one merchant or of many: keeps what comes under each path, and answers as the test says.</summary>
internal sealed class MerchantEndpoint : LocalServer
{
    private readonly Func<ReceivedCallback, EndpointAnswer> _answer;
    private readonly ConcurrentQueue<ReceivedCallback> _received = new();
    private readonly Channel<ReceivedCallback> _untaken = Channel.CreateUnbounded<ReceivedCallback>();
    private readonly Lock _lock = new();
    private readonly List<(Predicate<IReadOnlyCollection<ReceivedCallback>> Enough, TaskCompletionSource Come)> _waiting = [];

    private MerchantEndpoint(Func<ReceivedCallback, EndpointAnswer> answer, X509Certificate2? certificate = null)
        : base(certificate) => _answer = answer;

    /// <summary>All that came, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedCallback> All => [.. _received];

    /// <summary>Whether everything received was taken.</summary>
    public bool IsQuiet => _untaken.Reader.Count == 0;

    /// <summary>Starts one that gives these answers in turn, the last one from then on; all are 200 when none is given.</summary>
    public static Task<MerchantEndpoint> StartAsync(params EndpointAnswer[] script)
    {
        var answered = -1;
        return StartAsync(_ => script is [] ? EndpointAnswers.Ok : script[Math.Min(Interlocked.Increment(ref answered), script.Length - 1)]);
    }

    /// <summary>Starts one that answers by what comes.</summary>
    public static Task<MerchantEndpoint> StartAsync(Func<ReceivedCallback, EndpointAnswer> answer) => StartAsync(new MerchantEndpoint(answer));

    public static Task<MerchantEndpoint> StartTlsAsync(X509Certificate2 certificate) =>
        StartAsync(new MerchantEndpoint(_ => EndpointAnswers.Ok, certificate));

    public string Link(string path = "/post") => Address + path;

    /// <summary>The next callback that nobody has taken yet, here already or still to come.</summary>
    public Task<ReceivedCallback> NextAsync() => _untaken.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

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

    protected override async Task AnswerAsync(HttpContext context)
    {
        var callback = await ReceivedCallback.ReadAsync(context.Request);
        var answer = _answer(callback);
        Keep(callback);
        try
        {
            await answer(context);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
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

        _untaken.Writer.TryWrite(callback);
    }
}
