using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks.Reachability;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>One attempt from claim to record: send, ask the schedule what comes next, keep it.</summary>
internal sealed partial class CallbackAttempts(
    SandboxStore store,
    CallbackSender sender,
    MerchantBook merchants,
    SandboxClock machine,
    CallbackConcurrency concurrency,
    SandboxPlace place,
    SandboxMetrics metrics,
    ILogger<CallbackAttempts> log)
{
    /// <summary>Between the end of an attempt and the end of its lease, for recording it.</summary>
    private static readonly TimeSpan s_leaseMargin = TimeSpan.FromSeconds(15);

    /// <summary>After a claim that failed.</summary>
    private static readonly TimeSpan s_faultWait = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks for what somebody else is just claiming.</summary>
    private static readonly TimeSpan s_leaseWait = TimeSpan.FromMilliseconds(250);

    /// <summary>How many attempts one lane may have under way.</summary>
    public int Concurrency => concurrency.PerLane;

    /// <summary>Claims due callbacks of a lane. Those of a merchant that is not configured now stay owed, those of a frozen clock until it is moved.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="asksForNext">Whether to tell when the next one is due, if no more are now.</param>
    /// <param name="cancellation">The sandbox stops.</param>
    /// <returns>What was claimed, and the moment of the machine's time at which to look again.</returns>
    public async Task<(IReadOnlyList<DueCallback> Due, DateTimeOffset? Next)> ClaimAsync(
        string lane, int limit, bool asksForNext, CancellationToken cancellation)
    {
        if (merchants.ByNumber(CallbackLane.AccountOf(lane)) is not { Clock.LetsCallbacksOut: true } account)
            return ([], null);
        var claim = new CallbackClaim(
            lane, limit, account.Clock.Now, machine.Now, LeaseOf(account), asksForNext);
        var claimed = await store.Callbacks.ClaimAsync(claim, cancellation);
        return (claimed.Due, MomentOf(claimed, account));
    }

    /// <returns>The moment of the machine's time at which to try again.</returns>
    public DateTimeOffset ReportClaimFault(string lane, Exception fault)
    {
        LogNotClaimed(fault, lane);
        return machine.Now + s_faultWait;
    }

    /// <summary>Makes the attempt of a claimed callback. If it cannot be recorded, the callback is attempted again after its lease.</summary>
    /// <returns>The moment of the machine's time at which its next attempt is due, if it is due again.</returns>
    public async Task<DateTimeOffset?> MakeAsync(DueCallback due, CancellationToken abandon)
    {
        var claimed = machine.Now;
        try
        {
            return merchants.ByNumber(due.Key.Account) is { } account ? await SendAndRecordAsync(due, account, abandon) : null;
        }
#pragma warning disable CA1031 // One attempt must not end the others of its lane, whatever went wrong with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotRecorded(fault, due.Key);
            return merchants.ByNumber(due.Key.Account) is { } account ? claimed + LeaseOf(account) : null;
        }
    }

    private async Task<DateTimeOffset?> SendAndRecordAsync(DueCallback due, Account account, CancellationToken abandon)
    {
        var merchant = account.Merchant;
        using var span = Tracing.Begin(due);
        if (span is not null)
            due = due with { TraceParent = span.Id };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(abandon, account.Closed);
        Attempt attempt;
        try
        {
            attempt = await sender.SendAsync(due, merchant, account.Clock.Now, ending.Token);
        }
        catch (OperationCanceledException)
        {
            if (!account.Closed.IsCancellationRequested)
                await store.Callbacks.ReleaseAsync(due.Key);
            return null;
        }

        var (state, next) = AttemptOutcome.Of(due, attempt, merchant.Schedule, account.Clock.Now);

        // Before it is recorded, so that whoever finds nothing owed any more finds it counted and looked at.
        account.Attempts.Add(state);
        if (!account.Closed.IsCancellationRequested)
            account.Watch.Attempted(due, attempt);
        if (!await store.Callbacks.RecordAsync(new AttemptRecord(due.Key, attempt, state, next ?? due.DueAt)))
            return null;

        Tracing.Conclude(span, attempt, SandboxMetrics.OutcomeOf(state));
        metrics.Attempted(due, attempt, state, account.Clock.Now);
        Log(due, attempt, state, next, merchant);
        account.Pulse.Beat();
        return next is { } moment ? MomentOf(moment, account) : null;
    }

    private static TimeSpan LeaseOf(Account account) => account.Merchant.CallbackTimeout + s_leaseMargin;

    private DateTimeOffset? MomentOf(DateTimeOffset due, Account account) => account.Clock.Until(due) is { } wait ? machine.Now + wait : null;

    // What is leased to others may be theirs for good, or come free when they have died.
    private DateTimeOffset? MomentOf(ClaimedCallbacks claimed, Account account)
    {
        var due = claimed.NextDue is { } next ? MomentOf(next, account) : null;
        var free = claimed.NextFree is { } leased ? Later(leased, machine.Now + s_leaseWait) : (DateTimeOffset?)null;
        return due is null || free < due ? free : due;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Log(DueCallback due, Attempt attempt, CallbackState state, DateTimeOffset? next, Merchant merchant)
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
            CallbackState.TurnedAway => "turned away, as a forged one should be",
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "callbacks of {Lane} could not be claimed and wait")]
    private partial void LogNotClaimed(Exception fault, string lane);

    [LoggerMessage(Level = LogLevel.Warning, Message = "callback {Key}: an attempt could not be recorded and will be made again")]
    private partial void LogNotRecorded(Exception fault, CallbackKey key);
}
