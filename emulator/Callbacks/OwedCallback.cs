using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that a payout owes: which one, in which lane, from when.</summary>
internal sealed record OwedCallback(CallbackKey Key, string Lane, DateTimeOffset DueAt)
{
    public Twist Twist { get; init; }

    /// <summary>Owed, or lost on its way: then nobody attempts it.</summary>
    public CallbackState State { get; init; } = CallbackState.Owed;

    /// <summary>How long after the callback of the merchant's next payout it is due, if that comes before <see cref="DueAt"/>.</summary>
    public TimeSpan? HeldBy { get; init; }

    public static OwedCallback Of(Payout payout, int number, DateTimeOffset due) => new(
        new CallbackKey(payout.Account, payout.PaymentId, number),
        CallbackLane.Of(payout.Account, new Uri(payout.PostLink)),
        due);
}
