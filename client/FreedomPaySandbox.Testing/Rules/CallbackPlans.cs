using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>The ways for callbacks to go wrong, as rules name them.</summary>
public static class CallbackPlans
{
    /// <summary>None is ever sent.</summary>
    public const string Lost = "lost";

    /// <summary>Sent later; needs a delay, so see <see cref="DelayedBy"/>.</summary>
    public const string Delayed = "delayed";

    /// <summary>Sent several times, one after the other: see <see cref="Duplicates"/>.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Sent several times at the same moment: see <see cref="AtOnce"/>.</summary>
    public const string Concurrent = "concurrent";

    /// <summary>Sent after that of the merchant's next payout.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>Sent before the call is answered.</summary>
    public const string BeforeAnswer = "before-answer";

    /// <summary>First a forged one with ten times the amount, then the true one.</summary>
    public const string TamperedAmount = "tampered-amount";

    /// <summary>First one with a wrong signature, then the true one.</summary>
    public const string WrongSignature = "wrong-signature";

    /// <summary>First a rightly signed one for an order that was never made, then the true one.</summary>
    public const string UnknownOrder = "unknown-order";

    /// <summary>The true one, then the same again byte for byte.</summary>
    public const string StaleSalt = "stale-salt";

    /// <summary>The true one, then a rightly signed error 10001 for the same payout.</summary>
    public const string ErrorAfterOk = "error-after-ok";

    /// <summary>Sent so much later.</summary>
    public static CallbackPlan DelayedBy(TimeSpan delay) => new(Delayed) { Delay = delay };

    /// <summary>Sent so many times, up to 100, one after the other; a second apart when no interval is given.</summary>
    public static CallbackPlan Duplicates(int times, TimeSpan? interval = null) => new(Duplicate) { Times = times, Interval = interval };

    /// <summary>Sent so many times, up to 100, at the same moment.</summary>
    public static CallbackPlan AtOnce(int times) => new(Concurrent) { Times = times };
}

/// <summary>
/// How the callback of a payout goes wrong. A name alone will do, but for a delayed one; times are by the merchant's clock.
/// </summary>
/// <param name="Name">One of <see cref="CallbackPlans"/>.</param>
[JsonConverter(typeof(CallbackPlanJson))]
public sealed record CallbackPlan(string Name)
{
    /// <summary>How much later all callbacks of the plan come.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>How many callbacks, for <c>duplicate</c> and <c>concurrent</c>; 2 when left out, at most 100.</summary>
    public int? Times { get; init; }

    /// <summary>The time between one callback and the next; a second when left out.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How long <c>out-of-order</c> waits for another payout; a minute when left out.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>The plan of that name, one of <see cref="CallbackPlans"/>.</summary>
    /// <exception cref="ArgumentException">It is the delayed one, which needs a delay: <see cref="CallbackPlans.DelayedBy"/>.</exception>
    public static implicit operator CallbackPlan(string name) => string.Equals(name, CallbackPlans.Delayed, StringComparison.Ordinal)
        ? throw new ArgumentException("A delayed callback needs its delay: CallbackPlans.DelayedBy(TimeSpan.FromMinutes(5)).", nameof(name))
        : new(name);
}
