using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>A way for callbacks to go wrong that rules may name.</summary>
/// <param name="Name">What it is called in a file of rules.</param>
/// <param name="Takes">The parameters it takes.</param>
/// <param name="Callbacks">The callbacks it makes of a payout, before all of them are delayed; the second says whether the payout failed.</param>
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
