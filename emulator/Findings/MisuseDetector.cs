using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Watches what one merchant does since its last reset, and notes what will hurt in production. It changes nothing.</summary>
internal sealed class MisuseDetector(long merchant, FindingCounters tally)
{
    private readonly Lock _lock = new();
    private readonly FindingLog _book = new(merchant, tally);
    private readonly SaltReuseDetector _salts = new();
    private readonly RepeatDetector _repeats = new();
    private readonly DuplicatePayoutDetector _doubles = new();
    private readonly UnseenOutcomeDetector _outcomes = new();

    /// <summary>What was found until now.</summary>
    public IReadOnlyList<Finding> FindingsAt(DateTimeOffset now)
    {
        lock (_lock)
            _outcomes.Report(now, _book);
        return _book.All;
    }

    /// <summary>A call came that is rightly signed.</summary>
    /// <param name="fields">What it carries.</param>
    /// <param name="now">By the machine's clock, which goes on while a merchant's is frozen.</param>
    /// <returns>How long before the same call came, if it did.</returns>
    public TimeSpan? Came(Parameters fields, DateTimeOffset now)
    {
        lock (_lock)
            return _repeats.Look(fields, now);
    }

    /// <summary>A call was answered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The number of its journal entry.</param>
    /// <param name="now">By the merchant's clock.</param>
    public void Called(in ObservedCall call, string request, DateTimeOffset now)
    {
        FieldDetector.Inspect(call.Fields, call.Secrets, request, now, _book);
        if (!call.IsAuthentic)
            return;
        lock (_lock)
        {
            _salts.Inspect(call.Fields, request, now, _book);
            if (call.Answer?.Told is { } told)
                _outcomes.Known(told.PaymentId);
            if (call.Answer?.Made is { } made)
                Made(made, call.AnswerIsLost, request, now);
        }

        OrderReuseDetector.Inspect(call, request, now, _book);
    }

    /// <summary>A recipient has typed the card of a payout.</summary>
    public void Typed(Payout payout, DateTimeOffset now)
    {
        lock (_lock)
            Made(payout, answerIsLost: false, request: null, now);
    }

    /// <summary>A callback was attempted.</summary>
    public void Attempted(LeasedCallback due, Attempt attempt)
    {
        if (attempt.Delivered)
        {
            lock (_lock)
                _outcomes.Known(due.Key.PaymentId);
        }

        CallbackDetector.Inspect(due, attempt, _book);
    }

    private void Made(Payout payout, bool answerIsLost, string? request, DateTimeOffset now)
    {
        _doubles.Inspect(payout, answerIsLost, request, now, _book);
        _outcomes.Expect(payout);
    }
}

/// <summary>A call of a known merchant as the detectors look at it.</summary>
/// <param name="Fields">What was sent.</param>
/// <param name="Secrets">The merchant's.</param>
/// <param name="Answer">What is answered, if anything is.</param>
internal readonly record struct ObservedCall(Parameters Fields, MerchantSecrets Secrets, GatewayAnswer? Answer)
{
    /// <summary>Whether the call is the merchant's own: its signature is right.</summary>
    public bool IsAuthentic { get; init; }

    /// <summary>Whether a rule spoils the answer on its way.</summary>
    public bool AnswerIsLost { get; init; }

    /// <summary>How long before the very same call came, if it did.</summary>
    public TimeSpan? RepeatsAfter { get; init; }
}
