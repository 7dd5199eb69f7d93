using FreedomPaySandbox.Emulator.Callbacks;

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
