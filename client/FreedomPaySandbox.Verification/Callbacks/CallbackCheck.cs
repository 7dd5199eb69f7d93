using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Callbacks.Checks;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>One thing that a merchant's callback endpoint must do right.</summary>
/// <param name="Id">Such as <c>duplicate</c>; stays the same.</param>
/// <param name="Title">What is right.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">What to do when it is not so.</param>
/// <param name="Steps">What is sent, and what is due, about orders that are drawn for it.</param>
internal sealed record CallbackCheck(string Id, string Title, string Why, string Fix, Func<VerifyOrders, IReadOnlyList<CheckStep>> Steps)
{
    public CheckNeed Need { get; init; }

    /// <summary>Why it does not apply, in a few words.</summary>
    /// <returns>Nothing when it does.</returns>
    public string? Hindrance(VerifyTarget target) => Need switch
    {
        CheckNeed.OrderSetup when !target.TakesOrders => "needs --order-setup",
        CheckNeed.OrderBeforePayout when !target.TakesOrders => "needs --order-setup",
        CheckNeed.OrderBeforePayout when target.PaysThroughSandbox => "not with --sandbox",
        CheckNeed.Get when !target.TakesGet => "only with --get",
        CheckNeed.Xml when !target.TakesXml => "only with --pg-xml",
        _ => null,
    };

    public override string ToString() => Id;
}

/// <summary>How a callback's fields are carried.</summary>
internal enum CallbackCarrier
{
    /// <summary>As a form, with its length told (N-1).</summary>
    Form,

    /// <summary>As a form in chunks, whose length no header tells.</summary>
    ChunkedForm,

    /// <summary>In the query of a GET.</summary>
    Query,

    /// <summary>As XML in the field <c>pg_xml</c>.</summary>
    Xml,

    /// <summary>Not at all: a body that is broken JSON.</summary>
    BrokenJson,
}

/// <summary>What a merchant must offer for a check to apply.</summary>
internal enum CheckNeed
{
    Nothing,

    /// <summary>To be told of orders.</summary>
    OrderSetup,

    /// <summary>To be told of orders, and to know a callback before the payout it tells of.</summary>
    OrderBeforePayout,

    /// <summary>To read callbacks sent with GET.</summary>
    Get,

    /// <summary>To read callbacks in <c>pg_xml</c>.</summary>
    Xml,
}

/// <summary>One step of a check, and what is due of it.</summary>
internal abstract record CheckStep
{
    /// <summary>Tells the merchant of an order, where it can be told.</summary>
    public sealed record Tell(VerifyOrder Order) : CheckStep;

    /// <summary>Sends callbacks, all at once.</summary>
    public sealed record Send(ExpectedReply Due, IReadOnlyList<OutgoingCallback> Callbacks) : CheckStep
    {
        public Send(ExpectedReply due, params Parameters[] callbacks)
            : this(due, [.. callbacks.Select(fields => new OutgoingCallback(fields))])
        {
        }
    }

    /// <summary>Sends again what the last step sent and what was not taken, as the gateway does (N-5), a few times at most.</summary>
    public sealed record Repeat : CheckStep;

    /// <summary>Asks what became of an order, where the merchant can be asked.</summary>
    public sealed record Look(VerifyOrder Order, ExpectedState Due) : CheckStep;
}

/// <summary>How callbacks should be answered.</summary>
internal enum ExpectedReply
{
    /// <summary>Somehow, or not at all: what is not taken comes again.</summary>
    Any,

    /// <summary>Each with 200 and no error in the body.</summary>
    Taken,

    /// <summary>One of them at least with 200: the others are sent again.</summary>
    OneTaken,

    /// <summary>Each with 200 and within the limit.</summary>
    TakenInTime,

    /// <summary>Not so as if it were believed. Where effects can be seen, they decide.</summary>
    Refused,

    /// <summary>Somehow, and without giving away what is nobody's business.</summary>
    Discreet,
}

/// <summary>What should have become of an order.</summary>
internal enum ExpectedState
{
    PaidOnce,

    NotPaid,

    /// <summary>Paid or not, but not twice.</summary>
    NotPaidTwice,
}

/// <summary>A callback that a check sends.</summary>
internal sealed record OutgoingCallback(Parameters Fields, CallbackCarrier Carrier = CallbackCarrier.Form);

/// <summary>All checks, in the order in which they are made.</summary>
internal static class CallbackChecks
{
    public static IReadOnlyList<CallbackCheck> All { get; } =
    [
        .. ContentChecks.All,
        .. ForgeryChecks.All,
        .. RepeatChecks.All,
        .. OrderChecks.All,
        .. AnswerChecks.All,
        .. CarrierChecks.All,
    ];
}
