using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>Callbacks that contradict each other, come too early, or about nothing.</summary>
internal static class OrderChecks
{
    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "error-after-ok",
            "A failure after the success changes nothing",
            "A late error that makes a paid order fail has it paid again.",
            "A payout has one end: leave an order that is final as it is, answer 200, and ask for the status if you doubt it.",
            orders =>
            {
                var order = orders.New();
                return
                [
                    new Tell(order), new Send(ExpectedReply.Taken, orders.Ok(order)), new Send(ExpectedReply.Taken, orders.Error(order)), new Look(order, ExpectedState.PaidOnce),
                ];
            }),
        new(
            "ok-after-error",
            "A success after the failure is taken, and pays at most once",
            "Turned down, it comes again for two hours; counted beside the failure, the order is paid twice.",
            "Answer 200. Ask for the status before you pay a failed order again: the callback that comes last is not always the truth.",
            orders =>
            {
                var order = orders.New();
                return
                [
                    new Tell(order), new Send(ExpectedReply.Taken, orders.Error(order)), new Send(ExpectedReply.Taken, orders.Ok(order)), new Look(order, ExpectedState.NotPaidTwice),
                ];
            }),
        new(
            "unknown-order",
            "An order that is not yours is not paid, and the next callback is taken",
            "Test and production share addresses more often than one thinks; and a service that chokes on one callback hears none of those after it.",
            "Look the order up; where there is none, answer 404 or 500 and pay nothing.",
            orders =>
            {
                var (unknown, next) = (orders.New(), orders.New());
                return
                [
                    new Tell(next),
                    new Send(ExpectedReply.Any, orders.Ok(unknown)),
                    new Look(unknown, orders.Target.TakesOrders ? ExpectedState.NotPaid : ExpectedState.NotPaidTwice),
                    new Send(ExpectedReply.Taken, orders.Ok(next)),
                    new Look(next, ExpectedState.PaidOnce),
                ];
            }),
        new(
            "early",
            "A callback that comes before the order is known is not lost",
            "The callback may overtake the answer to your payout call: answered 200 and forgotten, it never comes again, and the order stays open.",
            "Write the order down before you call the gateway; answer an unknown order with an error, so that the callback comes again.",
            orders =>
            {
                var order = orders.New();
                return [new Send(ExpectedReply.Any, orders.Ok(order)), new Tell(order), new Repeat(), new Look(order, ExpectedState.PaidOnce)];
            })
        {
            Need = CheckNeed.OrderBeforePayout,
        },
        new(
            "out-of-order",
            "A later payout's callback may come before an earlier one's",
            "Repeats come half an hour late: a service that expects callbacks in the order of payouts passes the late ones over.",
            "Treat each order by itself; compare no dates and no payment ids of different orders.",
            orders =>
            {
                var (first, second) = (orders.New(), orders.New());
                var (early, late) = (orders.Ok(first), orders.Ok(second));
                return
                [
                    new Tell(first), new Tell(second),
                    new Send(ExpectedReply.Taken, late), new Send(ExpectedReply.Taken, early),
                    new Look(second, ExpectedState.PaidOnce), new Look(first, ExpectedState.PaidOnce),
                ];
            }),
    ];
}
