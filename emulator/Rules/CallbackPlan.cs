using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>How a payout is called back: as it should be, or wrong in a way that somebody chose. Pure.</summary>
internal sealed record CallbackPlan(CallbackPlanKind Kind)
{
    public const int FewestTimes = 2;
    public const int MostTimes = 100;

    // Nearly every payout has this one.
    private static readonly PlannedCallback[] s_plain = [new(TimeSpan.Zero, Tampering.None)];

    public static CallbackPlan Plain { get; } = new(CallbackPlanKind.Plain);

    public string Name => Kind.Name;

    /// <summary>How much later all its callbacks come.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many callbacks there are in all, where they are several.</summary>
    public int Times { get; init; } = FewestTimes;

    /// <summary>How long one comes after the other.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a callback waits at most for the one that it shall come after.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(1);

    public bool BeforeAnswer => ReferenceEquals(Kind, CallbackPlanKind.BeforeAnswer);

    /// <summary>The callbacks of a payout, in the order in which they are due.</summary>
    /// <param name="failed">Whether the payout failed.</param>
    public IReadOnlyList<PlannedCallback> Callbacks(bool failed) => ReferenceEquals(this, Plain) ? s_plain : [.. Kind.Callbacks(this, failed).Select(Later)];

    public override string ToString() => Name;

    private PlannedCallback Later(PlannedCallback callback) => callback with
    {
        After = callback.After + Delay,
        Hold = callback.Hold + Delay,
        Ahead = callback.Ahead + Delay,
    };
}

/// <summary>A way for callbacks to go wrong that rules may name.</summary>
/// <param name="Name">What it is called in a file of rules.</param>
/// <param name="Takes">The parameters it takes.</param>
/// <param name="Callbacks">The callbacks it makes of a payout, before all of them are delayed; the second says whether the payout
/// failed.</param>
/// <param name="NeedsDelay">Whether the delay must be given.</param>
internal sealed record CallbackPlanKind(
    string Name, IReadOnlyList<string> Takes, Func<CallbackPlan, bool, IEnumerable<PlannedCallback>> Callbacks, bool NeedsDelay = false)
{
    public const string Delay = "delay";
    public const string Times = "times";
    public const string Interval = "interval";
    public const string Hold = "hold";

    /// <summary>As it should be.</summary>
    public static CallbackPlanKind Plain { get; } = new("plain", [], (_, _) => [True]);

    /// <summary>Sent before the synchronous answer.</summary>
    public static CallbackPlanKind BeforeAnswer { get; } = new("before-answer", [Delay], (_, _) => [True]);

    public static IReadOnlyList<CallbackPlanKind> All { get; } =
    [
        new("lost", [Delay], (_, _) => [True with { Lost = true }]),
        new("delayed", [Delay], (_, _) => [True], NeedsDelay: true),
        new("duplicate", [Delay, Times, Interval], (plan, _) => Enumerable.Range(0, plan.Times).Select(i => True with { After = i * plan.Interval })),
        new("concurrent", [Delay, Times], (plan, _) => Enumerable.Repeat(True, plan.Times)),
        new("out-of-order", [Delay, Interval, Hold], (plan, _) => [True with { After = plan.Interval, Hold = plan.Hold }]),
        BeforeAnswer,
        new("tampered-amount", [Delay, Interval], (plan, _) => Forged(plan, Tampering.TamperedAmount)),
        new("wrong-signature", [Delay, Interval], (plan, _) => Forged(plan, Tampering.WrongSignature)),
        new("unknown-order", [Delay, Interval], (plan, _) => Forged(plan, Tampering.UnknownOrder)),
        new("stale-salt", [Delay, Interval], (plan, _) => Followed(plan, Tampering.StaleSalt)),
        new("error-after-ok", [Delay, Interval], (plan, failed) => failed ? [True] : Followed(plan, Tampering.ErrorAfterOk)),
    ];

    private static PlannedCallback True => new(TimeSpan.Zero, Tampering.None);

    public static CallbackPlanKind? Find(string name) =>
        All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;

    private static IEnumerable<PlannedCallback> Forged(CallbackPlan plan, Tampering tampering) =>
        [new(TimeSpan.Zero, tampering), True with { After = plan.Interval }];

    private static IEnumerable<PlannedCallback> Followed(CallbackPlan plan, Tampering tampering) =>
        [True, new(plan.Interval, tampering)];
}

/// <summary>One of the callbacks that a plan makes of a payout.</summary>
/// <param name="After">How long after the moment at which the first attempt would ordinarily be due; with a hold, how long after the other
/// callback.</param>
/// <param name="Tampering">How it is other than it should be.</param>
/// <param name="Lost">Whether it is never sent.</param>
/// <param name="Hold">How long it waits at most for the callback of the merchant's next payout, from that same moment on.</param>
internal readonly record struct PlannedCallback(TimeSpan After, Tampering Tampering, bool Lost = false, TimeSpan? Hold = null)
{
    /// <summary>With a hold, how long after that same moment it is due where another callback waits for this one.</summary>
    public TimeSpan Ahead { get; init; }
}
