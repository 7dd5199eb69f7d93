using FreedomPaySandbox.Protocol;
using static FreedomPaySandbox.Verification.Callbacks.CheckStep;

namespace FreedomPaySandbox.Verification.Callbacks.Checks;

/// <summary>How the endpoint answers.</summary>
internal static class AnswerChecks
{
    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        new(
            "fast",
            "The answer comes within five seconds",
            "The gateway gives up on slow endpoints and calls again, so you work on the same callback twice at once.",
            "Store the callback, answer 200, and work on it afterwards.",
            orders =>
            {
                var order = orders.New();
                return [new Tell(order), new Send(ExpectedReply.TakenInTime, orders.Ok(order))];
            }),
        new(
            "discreet",
            "No answer shows a stack trace, a secret or the right signature",
            "Anybody who knows your callback address can make it fail: a stack trace tells how it is built, and a signature that would have been right lets anybody forge.",
            "Answer errors with a status and a sentence; turn the developer's error page off; write the computed signature into no answer.",
            orders =>
            {
                var callback = orders.Ok(orders.New());
                return
                [
                    new Send(ExpectedReply.Discreet, TamperedFields.WithWrongSignature(callback)),
                    new Send(ExpectedReply.Discreet, VerifyOrders.Unsigned(callback)),
                    new Send(ExpectedReply.Discreet, orders.Without(callback, Fields.OrderId)),
                    new Send(ExpectedReply.Discreet, orders.With(callback, Fields.PaymentAmount, "a lot")),
                    new Send(ExpectedReply.Discreet, new Parameters()),
                    new Send(ExpectedReply.Discreet, [new OutgoingCallback(callback, CallbackCarrier.BrokenJson)]),
                ];
            }),
    ];
}
