using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>Callbacks come at least once.</summary>
internal static class RepeatChecks
{
    private const int Twins = 20;
    private const int Burst = 10;
    private const string Twice = "A callback comes again whenever your answer was lost: a service that counts it again pays twice.";
    private const string Once = "Look whether the order is final before you change it, in the same transaction; answer 200 to a repeat.";

    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "duplicate",
            "The same callback again changes nothing",
            Twice,
            Once,
            orders =>
            {
                var order = orders.New();
                var callback = orders.Ok(order);
                return [new Tell(order), new Send(ExpectedReply.Taken, callback), new Send(ExpectedReply.Taken, callback), new Look(order, ExpectedState.PaidOnce)];
            }),
        new(
            "duplicate-new-salt",
            "The same callback with a new salt and signature changes nothing",
            Twice + " Salt and signature are new at each attempt, so neither tells a repeat.",
            "Know a repeat by pg_payment_id and pg_status, not by pg_salt or pg_sig. " + Once,
            orders =>
            {
                var order = orders.New();
                var callback = orders.Ok(order);
                return
                [
                    new Tell(order), new Send(ExpectedReply.Taken, callback), new Send(ExpectedReply.Taken, orders.Again(callback)), new Look(order, ExpectedState.PaidOnce),
                ];
            }),
        new(
            "concurrent-duplicates",
            "Twenty of the same callback at once pay once",
            "Repeats overlap when your service is slow: each sees an open order, and each pays it.",
            "Change the order with a condition (UPDATE … WHERE state = 'open') or under a lock of the order, and count the payout only if that changed a row.",
            orders =>
            {
                var order = orders.New();
                var callback = orders.Ok(order);
                return
                [
                    new Tell(order),
                    new Send(ExpectedReply.OneTaken, [.. Enumerable.Range(0, Twins).Select(_ => orders.Again(callback))]),
                    new Look(order, ExpectedState.PaidOnce),
                ];
            }),
        new(
            "repeated-until-200",
            "Of ten orders at once none is lost: what was not answered 200 is sent again",
            "200 means that the callback is stored. Answered before that, it is lost with the next fault of yours, and never sent again.",
            "Store first, and answer 200 only when the transaction is done; answer 500 when it failed, and the callback comes again.",
            orders =>
            {
                VerifyOrder[] all = [.. Enumerable.Range(0, Burst).Select(_ => orders.New())];
                return
                [
                    .. all.Select(order => new Tell(order)),
                    new Send(ExpectedReply.Any, [.. all.Select(orders.Ok)]),
                    new Repeat(),
                    .. all.Select(order => new Look(order, ExpectedState.PaidOnce)),
                ];
            }),
    ];
}
