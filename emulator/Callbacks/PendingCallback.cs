using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that is still to be attempted: which one, in which queue, from when.</summary>
internal sealed record PendingCallback(CallbackKey Key, string Queue, DateTimeOffset DueAt)
{
    public Tampering Tampering { get; init; }

    /// <summary>Pending, or lost on its way: then nobody attempts it.</summary>
    public CallbackState State { get; init; } = CallbackState.Pending;

    /// <summary>How long after the callback of the merchant's next payout it is due, if that comes before <see cref="DueAt"/>.</summary>
    public TimeSpan? HeldBy { get; init; }

    /// <summary>When it is due where it waits for no other, because another waits for it already.</summary>
    public DateTimeOffset? DueAhead { get; init; }

    /// <summary>The same for a payout on whose callback another one waits.</summary>
    public PendingCallback Overtaking() => DueAhead is { } ahead ? this with { DueAt = ahead, HeldBy = null, DueAhead = null } : this;

    /// <summary>The callbacks of a payout, as they are planned.</summary>
    public static IReadOnlyList<PendingCallback> From(Payout payout, CallbackPlan plan, CallbackSchedule schedule)
    {
        var first = schedule.First(payout.SettlesAt);
        var planned = plan.Callbacks(payout.ErrorCode is not null);
        var pending = new PendingCallback[planned.Count];
        for (var i = 0; i < pending.Length; i++)
            pending[i] = From(payout, i + 1, planned[i], first);
        return pending;
    }

    public static PendingCallback From(Payout payout, int number, DateTimeOffset due) => new(
        new CallbackKey(payout.Epoch, payout.PaymentId, number),
        DeliveryQueue.Name(payout.Epoch, payout.PostLink!),
        due);

    private static PendingCallback From(Payout payout, int number, PlannedCallback planned, DateTimeOffset first)
    {
        var pending = From(payout, number, first + (planned.Hold ?? planned.After));
        return planned is { Tampering: Tampering.None, Lost: false, Hold: null } ? pending : pending with
        {
            Tampering = planned.Tampering,
            State = planned.Lost ? CallbackState.Lost : CallbackState.Pending,
            HeldBy = planned.Hold is null ? null : planned.After,
            DueAhead = planned.Hold is null ? null : first + planned.Ahead,
        };
    }
}
