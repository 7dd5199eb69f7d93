using System.Collections.Concurrent;
using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>
/// A merchant under load, two hundred orders a second: sends each to one of the sandboxes, and when its answer is lost or says
/// <c>9999</c>, to the next one, under the same order id, until it knows.
/// </summary>
internal sealed class OrderLoad(IReadOnlyList<HttpClient> sandboxes, FaultEndpoint endpoint)
{
    private const int Senders = 8;

    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan s_beforeAsking = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<SentOrder> _sent = new();
    private int _last;
    private int _errors;
    private int _lost;

    public IReadOnlyList<SentOrder> Sent => [.. _sent];

    /// <summary>How often <c>9999</c> was answered.</summary>
    public int Errors => _errors;

    /// <summary>How often no answer came.</summary>
    public int Lost => _lost;

    /// <summary>Whether some orders go to an endpoint that never answers.</summary>
    public bool SomeHang { get; init; }

    /// <summary>Sends for that long, and returns when what became of every order is known or let be.</summary>
    public Task RunAsync(TimeSpan time) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(time)));

    private async Task SendAsync(TimeSpan time)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var beat = new PeriodicTimer(s_beat, TimeProvider.System);
        do
        {
            var order = new PlannedOrder(Interlocked.Increment(ref _last));
            _sent.Enqueue(await PayAsync(order));
        }
        while (await beat.WaitForNextTickAsync() && TimeProvider.System.GetElapsedTime(began) < time);
    }

    private async Task<SentOrder> PayAsync(PlannedOrder order)
    {
        var began = TimeProvider.System.GetTimestamp();
        var call = order.Call(SomeHang && order.MayHang ? endpoint.Hanging : order.IsTurnedAway ? endpoint.Refusing : endpoint.Taking);
        for (var attempt = 0; ; attempt++)
        {
            var reply = await TryAsync(sandboxes[(order.Number + attempt) % sandboxes.Count], call);
            var fate = GetFate(reply, isRepeated: attempt > 0);
            var isKnown = fate is not (OrderFate.Error or OrderFate.Unknown);
            if (isKnown || order.IsLetBe || TimeProvider.System.GetElapsedTime(began) > Patience.Limit)
            {
                var payment = reply?["pg_payment_id"] is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : (long?)null;
                return new SentOrder(order.OrderId, order.Amount, order.Pays, fate, payment);
            }

            await Task.Delay(s_beforeAsking, TimeProvider.System);
        }
    }

    private async Task<Reply?> TryAsync(HttpClient sandbox, SignedCall call)
    {
        try
        {
            using var request = call.AsForm();
            using var response = await sandbox.SendAsync(request);
            var reply = new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
            if (reply.Outcome == "9999")
                Interlocked.Increment(ref _errors);
            return reply;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            Interlocked.Increment(ref _lost);
            return null;
        }
    }

    // An order id that was used was used by this very order, in a call whose answer was lost.
    private static OrderFate GetFate(Reply? reply, bool isRepeated) => reply?.Outcome switch
    {
        null => OrderFate.Unknown,
        "ok" or "process" => OrderFate.Accepted,
        "9991" when isRepeated => OrderFate.Accepted,
        "9999" => OrderFate.Error,
        "10001" => OrderFate.Failed,
        _ => OrderFate.Refused,
    };
}
