using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>How the callback of a payout goes wrong. A name alone will do, but for a delayed one; times are by the merchant's clock.</summary>
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
