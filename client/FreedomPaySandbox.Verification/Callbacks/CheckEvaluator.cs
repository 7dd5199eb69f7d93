using System.Globalization;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Judges a check by what was answered and what became of the orders. Pure.</summary>
internal static class CheckEvaluator
{
    private const int MostTold = 5;

    public static CheckResult Evaluate(CallbackCheck check, IReadOnlyList<StepResult> steps, VerifyTarget target, TimeSpan took)
    {
        if (check.Hindrance(target) is { } need)
            return Result(CheckVerdict.DoesNotApply, need);

        string[] hindrances = [.. steps.Select(step => step.Hindrance).OfType<string>()];
        string[] wrongs = [.. steps.SelectMany(step => Wrongs(step, target)).Distinct(StringComparer.Ordinal).Take(MostTold)];
        if (wrongs.Length > 0)
            return Result(CheckVerdict.Failed, [.. wrongs, .. hindrances]);
        if (hindrances.Length > 0)
            return Result(CheckVerdict.NotChecked, hindrances);

        var unseen = steps.Any(step => step is { Step: CheckStep.Look, Order: null });
        return Result(unseen ? CheckVerdict.AnsweredRight : CheckVerdict.Passed);

        // It quotes what an endpoint said, and goes to terminals, and to files in which not every character may stand.
        CheckResult Result(CheckVerdict verdict, params string[] seen) => new(check, verdict, [.. seen.Select(target.Texts.ToLine)], took);
    }

    private static IEnumerable<string> Wrongs(StepResult seen, VerifyTarget target) => seen.Step switch
    {
        CheckStep.Send send => Answers(send.Due, seen.Replies, target),
        CheckStep.Repeat => Answers(ExpectedReply.Taken, seen.Replies, target),
        CheckStep.Look look when seen.Order is { } order && !order.Meets(look.Due) => [State(look, order)],
        _ => [],
    };

    private static IEnumerable<string> Answers(ExpectedReply due, IReadOnlyList<Reply> replies, VerifyTarget target)
    {
        if (due == ExpectedReply.OneTaken)
            return replies.Any(reply => reply.Taken) ? [] : [$"Of {replies.Count} callbacks none was answered 200; one of them was {replies[0]}."];
        return replies.Select(reply => Answer(due, reply, target)).OfType<string>();
    }

    private static string? Answer(ExpectedReply due, Reply reply, VerifyTarget target) => due switch
    {
        ExpectedReply.Taken or ExpectedReply.TakenInTime when reply.Status is null => $"The callback was {reply}.",
        ExpectedReply.Taken or ExpectedReply.TakenInTime when !reply.Delivered =>
            $"The callback was {reply}, and 200 was due.{(reply.Status is 404 or 400 or 409 or 422 or 500 && !target.TakesOrders ? " If that is because there is no such order, give --order-setup." : "")}",
        ExpectedReply.Taken or ExpectedReply.TakenInTime when reply.SaysError =>
            "The callback was answered 200 with an error in the body: the gateway looks at the status only, and will not send it again.",
        ExpectedReply.TakenInTime when reply.Duration > target.Limit => string.Create(
            CultureInfo.InvariantCulture, $"The answer took {reply.Duration.TotalSeconds:0.#} s, and {target.Limit.TotalSeconds:0.#} s are enough."),
        ExpectedReply.Refused when reply.Taken && !target.ShowsEffects =>
            "The callback was answered 200, as if it were believed. If it is passed over in silence, --status-probe shows that.",
        ExpectedReply.Discreet when reply.Leak != ReplyLeak.None => $"The answer shows {Name(reply.Leak)}.",
        _ => null,
    };

    private static string State(CheckStep.Look look, ReportedOrder order) => look.Due switch
    {
        ExpectedState.PaidOnce => $"Order {look.Order} is {order}; it should be paid, once.",
        ExpectedState.NotPaid => $"Order {look.Order} is {order}; it should not be paid.",
        _ => $"Order {look.Order} is {order}; it should not be paid twice.",
    };

    private static string Name(ReplyLeak leak) => leak switch
    {
        ReplyLeak.Secret => "the secret",
        ReplyLeak.RightSignature => "the signature that would have been right",
        _ => "a stack trace or a place in the code",
    };
}
