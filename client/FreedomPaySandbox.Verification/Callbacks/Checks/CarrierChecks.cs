using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>How callbacks are carried.</summary>
internal static class CarrierChecks
{
    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "keep-alive",
            "One callback after another is taken on one connection",
            "The gateway keeps connections: a body that is not read to its end spoils the callback behind it.",
            "Read the body to its end before you answer, also when you turn the callback down.",
            orders =>
            {
                VerifyOrder[] all = [orders.New(), orders.New(), orders.New()];
                return
                [
                    .. all.Select(order => new Tell(order)),
                    .. all.Select(order => new Send(ExpectedReply.Taken, orders.Ok(order))),
                    .. all.Select(order => new Look(order, ExpectedState.PaidOnce)),
                ];
            }),
        new(
            "chunked",
            "A body in chunks is read",
            "Proxies in between may send a body on in chunks: a service that reads as much as Content-Length says reads nothing.",
            "Read the body to its end, whatever Content-Length says.",
            orders => Carried(orders, CallbackCarrier.ChunkedForm)),
        new(
            "get",
            "A callback sent with GET is taken",
            "You say that you read callbacks sent with GET.",
            "Read the fields of the query, and sign those.",
            orders => Carried(orders, CallbackCarrier.Query))
        {
            Need = CheckNeed.Get,
        },
        new(
            "pg-xml",
            "A callback in pg_xml is taken",
            "You say that you read callbacks in pg_xml.",
            "Read the elements below <request> as fields, and sign those.",
            orders => Carried(orders, CallbackCarrier.Xml))
        {
            Need = CheckNeed.Xml,
        },
    ];

    private static CheckStep[] Carried(VerifyOrders orders, CallbackCarrier carrier)
    {
        var order = orders.New();
        return [new Tell(order), new Send(ExpectedReply.Taken, [new OutgoingCallback(orders.Ok(order), carrier)]), new Look(order, ExpectedState.PaidOnce)];
    }
}
