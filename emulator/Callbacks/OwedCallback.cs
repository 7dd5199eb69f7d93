using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that a new payout owes: which one, in which lane, from when.</summary>
internal sealed record OwedCallback(CallbackKey Key, string Lane, DateTimeOffset DueAt)
{
    public static OwedCallback Of(Payout payout, CallbackSchedule schedule) => new(
        new CallbackKey(payout.MerchantId, payout.PaymentId, Number: 1),
        CallbackLane.Of(payout.MerchantId, new Uri(payout.PostLink)),
        schedule.First(payout.SettlesAt));
}
