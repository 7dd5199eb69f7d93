using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that a payout owes: which one, in which lane, from when.</summary>
internal sealed record OwedCallback(CallbackKey Key, string Lane, DateTimeOffset DueAt)
{
    public Twist Twist { get; init; }

    /// <summary>Owed, or lost on its way: then nobody attempts it.</summary>
    public CallbackState State { get; init; } = CallbackState.Owed;

    /// <summary>How long after the callback of the merchant's next payout it is due, if that comes before <see cref="DueAt"/>.</summary>
    public TimeSpan? HeldBy { get; init; }

    /// <summary>When it is due where it waits for no other, because another waits for it already.</summary>
    public DateTimeOffset? DueAhead { get; init; }

    /// <summary>The same for a payout on whose callback another one waits.</summary>
    public OwedCallback Overtaking() => DueAhead is { } ahead ? this with { DueAt = ahead, HeldBy = null, DueAhead = null } : this;

    /// <summary>The callbacks of a payout, as they are planned.</summary>
    public static IReadOnlyList<OwedCallback> Of(Payout payout, CallbackPlan plan, CallbackSchedule schedule)
    {
        var first = schedule.First(payout.SettlesAt);
        var planned = plan.Callbacks(payout.ErrorCode is not null);
        var owed = new OwedCallback[planned.Count];
        for (var i = 0; i < owed.Length; i++)
            owed[i] = Of(payout, i + 1, planned[i], first);
        return owed;
    }

    public static OwedCallback Of(Payout payout, int number, DateTimeOffset due) => new(
        new CallbackKey(payout.Account, payout.PaymentId, number),
        CallbackLane.Of(payout.Account, payout.PostLink!),
        due);

    private static OwedCallback Of(Payout payout, int number, PlannedCallback planned, DateTimeOffset first)
    {
        var owed = Of(payout, number, first + (planned.Hold ?? planned.After));
        return planned is { Twist: Twist.None, Lost: false, Hold: null } ? owed : owed with
        {
            Twist = planned.Twist,
            State = planned.Lost ? CallbackState.Lost : CallbackState.Owed,
            HeldBy = planned.Hold is null ? null : planned.After,
            DueAhead = planned.Hold is null ? null : first + planned.Ahead,
        };
    }
}
