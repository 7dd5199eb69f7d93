using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Takes the steps of a check, one after another.</summary>
internal sealed class CheckRun(CallbackCourier courier, OrderAnnouncement? telling, OrderProbe? probe, TimeProvider time)
{
    private const int Repeats = 5;

    /// <summary>The payouts that the merchant makes when it is told of orders, where it makes some.</summary>
    public SandboxPayouts? Payouts { get; init; }

    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task<CheckResult> RunAsync(CallbackCheck check, VerifyOrders orders, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        var seen = new List<StepResult>();
        if (check.Hindrance(orders.Target) is null)
        {
            var drawn = orders.Drawn;
            var steps = check.Steps(orders);
            if (Payouts is not null && await PayAsync(steps, Payouts, orders, stopping) is { } told)
            {
                // Once more, now that it is known which payouts the callbacks tell of.
                seen.AddRange(told);
                orders.DrawAgain(drawn);
                steps = [.. check.Steps(orders).Skip(told.Count)];
            }

            foreach (var step in steps)
            {
                if (seen is [.., { Hindrance: not null }])
                    break;
                seen.Add(await TakeAsync(step, seen, orders.Target, stopping));
            }
        }

        return CheckEvaluator.Evaluate(check, seen, orders.Target, time.GetElapsedTime(started));
    }

    /// <summary>Takes the first steps of a check, by which the merchant is told of orders, and finds what it paid out for them.</summary>
    private async Task<IReadOnlyList<StepResult>?> PayAsync(IReadOnlyList<CheckStep> steps, SandboxPayouts payouts, VerifyOrders orders, CancellationToken stopping)
    {
        var told = new List<StepResult>();
        foreach (var tell in steps.TakeWhile(step => step is CheckStep.Tell).Cast<CheckStep.Tell>())
        {
            var seen = await TakeAsync(tell, told, orders.Target, stopping);
            if (seen.Hindrance is null)
            {
                var (payment, hindrance) = await payouts.FindAsync(tell.Order, stopping);
                seen = seen with { Hindrance = hindrance };
                if (payment is { } id)
                    orders.Learn(tell.Order, id);
            }

            told.Add(seen);
        }

        return told.Count == 0 ? null : told;
    }

    private async Task<StepResult> TakeAsync(CheckStep step, List<StepResult> before, VerifyTarget target, CancellationToken stopping) => step switch
    {
        CheckStep.Tell tell when telling is not null => new StepResult(step) { Hindrance = await telling(tell.Order, stopping) },
        CheckStep.Send send => new StepResult(step) { Replies = await Task.WhenAll(send.Callbacks.Select(callback => courier.SendAsync(callback, stopping))) },
        CheckStep.Repeat => new StepResult(step) { Replies = await RepeatAsync(before.Last(seen => seen.Step is CheckStep.Send), stopping) },
        CheckStep.Look look when probe is not null => await LookAsync(look, probe, target.Settling, stopping),
        _ => new StepResult(step),
    };

    private async Task<IReadOnlyList<Reply>> RepeatAsync(StepResult before, CancellationToken stopping)
    {
        var callbacks = ((CheckStep.Send)before.Step).Callbacks;
        Reply[] replies = [.. before.Replies];
        for (var i = 0; i < replies.Length; i++)
        {
            // The gateway never sends again what was delivered, however much was lost of it.
            // An endpoint that hangs is not asked again, because each turn would wait for it.
            for (var turn = 0; turn < Repeats && replies[i] is { Delivered: false, Fault: not AttemptFault.TimedOut }; turn++)
                replies[i] = await courier.SendAsync(callbacks[i], stopping);
        }

        return replies;
    }

    // An endpoint that has put the callback safely into a queue has answered right, and needs a moment.
    private async Task<StepResult> LookAsync(CheckStep.Look look, OrderProbe probe, TimeSpan settling, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var (order, hindrance) = await probe(look.Order, stopping);
            if (order is null || order.Meets(look.Due) || order.Times > 1 || time.GetElapsedTime(started) >= settling)
                return new StepResult(look) { Order = order, Hindrance = hindrance };
            await Task.Delay(s_betweenLooks, time, stopping);
        }
    }
}
