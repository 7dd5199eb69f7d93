using FreedomPaySandbox.Client;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>A payout that is asked for again and again, with what was heard of it.</summary>
internal sealed class PolledPayout(string orderId, bool isToSucceed)
{
    private long _ended = long.MaxValue;
    private volatile bool _wasTakenBack;

    public string OrderId => orderId;

    public bool IsToSucceed => isToSucceed;

    public bool WasTakenBack => _wasTakenBack;

    /// <summary>
    /// Takes an answer. Only one to a question asked after the end was heard can take it back: answers may overtake each other.
    /// </summary>
    public Response<object> Hear(PayoutStatus status, long asked, long heard)
    {
        switch (status)
        {
            case PayoutStatusSuccess or PayoutStatusError:
                Interlocked.CompareExchange(ref _ended, heard, long.MaxValue);
                return status is PayoutStatusSuccess == isToSucceed
                    ? Response.Ok(statusCode: isToSucceed ? "success" : "error")
                    : Response.Fail(statusCode: "other end", message: "the payout ended otherwise than its card says");
            case PayoutStatusProcess when asked > Interlocked.Read(ref _ended):
                _wasTakenBack = true;
                return Response.Fail(statusCode: "taken back", message: "the payout was final before, and is in process again");
            case PayoutStatusProcess:
                return Response.Ok(statusCode: "process");
            case PayoutStatusUnknown unknown:
                return Response.Fail(statusCode: $"unknown: {unknown.Reason}", message: unknown.Text ?? "");
            default:
                return Response.Fail(statusCode: "not found", message: "the payout was answered, and the gateway knows none");
        }
    }
}

/// <summary>The order ids that were used last; as many as there is room for.</summary>
internal sealed class RecentOrders(int room)
{
    private readonly string?[] _orders = new string?[room];
    private long _added;

    public void Add(string order) => Volatile.Write(ref _orders[(Interlocked.Increment(ref _added) - 1) % room], order);

    /// <returns>One of them, another for each pick; nothing while there is none.</returns>
    public string? Any(long pick)
    {
        var known = Math.Min(Interlocked.Read(ref _added), room);
        return known == 0 ? null : Volatile.Read(ref _orders[pick * 7919 % known]);
    }
}
