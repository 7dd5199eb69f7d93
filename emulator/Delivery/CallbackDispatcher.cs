using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>One attempt from claim to record: send, ask the schedule what comes next, keep it.</summary>
internal sealed partial class CallbackDispatcher(
    SandboxStore store,
    CallbackSender sender,
    MerchantRegistry merchants,
    SandboxClock machine,
    CallbackConcurrency concurrency,
    SandboxLocation place,
    SandboxMetrics metrics,
    ILogger<CallbackDispatcher> log)
{
    /// <summary>Between the end of an attempt and the end of its lease, for recording it.</summary>
    private static readonly TimeSpan s_leaseMargin = TimeSpan.FromSeconds(15);

    /// <summary>After a claim that failed.</summary>
    private static readonly TimeSpan s_faultWait = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks for what somebody else is just claiming.</summary>
    private static readonly TimeSpan s_leaseWait = TimeSpan.FromMilliseconds(250);

    /// <summary>How many attempts one queue may have under way.</summary>
    public int Concurrency => concurrency.PerQueue;

    /// <summary>
    /// Claims due callbacks of a queue. Those of a merchant that is not configured now stay pending, those of a frozen clock until it is
    /// moved.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="asksForNext">Whether to tell when the next one is due, if no more are now.</param>
    /// <param name="cancellation">The sandbox stops.</param>
    /// <returns>What was claimed, and the moment of the machine's time at which to look again.</returns>
    public async Task<(IReadOnlyList<LeasedCallback> Due, DateTimeOffset? Next)> ClaimAsync(
        string queue, int limit, bool asksForNext, CancellationToken cancellation)
    {
        if (merchants.FindEpoch(DeliveryQueue.GetEpoch(queue)) is not { Clock.LetsCallbacksOut: true } state)
            return ([], null);
        var claim = new CallbackClaim(
            queue, limit, state.Clock.Now, machine.Now, GetLease(state), asksForNext);
        var claimed = await store.Callbacks.ClaimAsync(claim, cancellation);
        return (claimed.Due, GetMoment(claimed, state));
    }

    /// <returns>The moment of the machine's time at which to try again.</returns>
    public DateTimeOffset ReportClaimFault(string queue, Exception fault)
    {
        LogNotClaimed(fault, queue);
        return machine.Now + s_faultWait;
    }

    /// <summary>
    /// Makes the attempt of a claimed callback. If it cannot be recorded, the callback is attempted again after its lease.
    /// </summary>
    /// <returns>The moment of the machine's time at which its next attempt is due, if it is due again.</returns>
    public async Task<DateTimeOffset?> MakeAsync(LeasedCallback due, CancellationToken abandon)
    {
        var claimed = machine.Now;
        try
        {
            return merchants.FindEpoch(due.Key.Epoch) is { } state ? await SendAndRecordAsync(due, state, abandon) : null;
        }
#pragma warning disable CA1031 // One attempt must not end the others of its lane, whatever went wrong with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotRecorded(fault, due.Key);
            return merchants.FindEpoch(due.Key.Epoch) is { } state ? claimed + GetLease(state) : null;
        }
    }

    private async Task<DateTimeOffset?> SendAndRecordAsync(LeasedCallback due, MerchantState state, CancellationToken abandon)
    {
        var merchant = state.Merchant;
        using var span = Tracing.Begin(due);
        if (span is not null)
            due = due with { TraceParent = span.Id };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(abandon, state.Closed);
        Attempt attempt;
        try
        {
            attempt = await sender.SendAsync(due, merchant, state.Clock.Now, ending.Token);
        }
        catch (OperationCanceledException)
        {
            if (!state.Closed.IsCancellationRequested)
                await store.Callbacks.ReleaseAsync(due.Key);
            return null;
        }

        var (outcome, next) = AttemptOutcome.Decide(due, attempt, merchant.Schedule, state.Clock.Now);

        // Before it is recorded: who finds no pending callback must find it counted and inspected.
        state.Deliveries.Add(outcome);
        if (!state.Closed.IsCancellationRequested)
            state.Misuse.Attempted(due, attempt);
        if (!await store.Callbacks.RecordAsync(new AttemptRecord(due.Key, attempt, outcome, next ?? due.DueAt)))
            return null;

        Tracing.Conclude(span, attempt, SandboxMetrics.GetOutcome(outcome));
        metrics.Attempted(due, attempt, outcome, state.Clock.Now);
        Log(due, attempt, outcome, next, merchant);
        state.Changes.Notify();
        return next is { } moment ? GetMoment(moment, state) : null;
    }

    private static TimeSpan GetLease(MerchantState state) => state.Merchant.CallbackTimeout + s_leaseMargin;

    private DateTimeOffset? GetMoment(DateTimeOffset due, MerchantState state) => state.Clock.Until(due) is { } wait ? machine.Now + wait : null;

    // What is leased to others may be theirs for good, or come free when they have died.
    private DateTimeOffset? GetMoment(ClaimedCallbacks claimed, MerchantState state)
    {
        var due = claimed.NextDue is { } next ? GetMoment(next, state) : null;
        var free = claimed.NextFree is { } leased ? Later(leased, machine.Now + s_leaseWait) : (DateTimeOffset?)null;
        return due is null || free < due ? free : due;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Log(LeasedCallback due, Attempt attempt, CallbackState state, DateTimeOffset? next, Merchant merchant)
    {
        if (!log.IsEnabled(LogLevel.Information))
            return;
        var outcome = attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? attempt.FaultText;

        // Once is enough: the others of the schedule mostly fail for the same reason.
        if (due.AttemptsMade == 0 && DeliveryDoctor.Examine(attempt, due.Payout.PostLink!, place) is { } advice)
            outcome = $"{outcome?.TrimEnd('.')}. {advice}";
        var then = state switch
        {
            CallbackState.Delivered => "delivered",
            CallbackState.Dead => "dead letter, no attempt left",
            CallbackState.Rejected => "rejected, as a forged one should be",
            _ => $"next attempt {Protocol.WireDate.Iso(next!.Value)}",
        };
        LogAttempt(
            due.Payout.MerchantId, due.Payout.PaymentId, due.AttemptsMade + 1, merchant.Schedule.Waits.Count, attempt.Address,
            outcome, attempt.Duration.TotalMilliseconds, then);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "callback {Merchant} {Payment} attempt {Number}/{Of} → {Address}: {Outcome} ({Milliseconds:0} ms), {Then}")]
    private partial void LogAttempt(
        long merchant, long payment, int number, int of, string address, string? outcome, double milliseconds, string then);

    [LoggerMessage(Level = LogLevel.Warning, Message = "callbacks of {Queue} could not be claimed and wait")]
    private partial void LogNotClaimed(Exception fault, string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "callback {Key}: an attempt could not be recorded and will be made again")]
    private partial void LogNotRecorded(Exception fault, CallbackKey key);
}

/// <summary>What becomes of a callback after an attempt. Pure.</summary>
internal static class AttemptOutcome
{
    /// <returns>Where the callback is, and when it is due again if it is still pending.</returns>
    public static (CallbackState State, DateTimeOffset? Next) Decide(LeasedCallback due, Attempt attempt, CallbackSchedule schedule, DateTimeOffset now)
    {
        if (attempt.Delivered)
            return (CallbackState.Delivered, null);
        if (due.Tampering.IsForged)
            return (attempt.Status is null ? CallbackState.Dead : CallbackState.Rejected, null);
        return schedule.Next(due.Tries + 1, due.DueAt, now) is { } next ? (CallbackState.Pending, next) : (CallbackState.Dead, null);
    }
}
