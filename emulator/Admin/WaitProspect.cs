using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Whether what a caller waits for can still come without anybody's doing. Pure: of one order or payout all callbacks are known from
/// the start, so what is done with stays as it is, and a frozen clock makes nothing due.
/// </summary>
/// <param name="Now">By the merchant's clock.</param>
/// <param name="IsFrozen">Whether that clock is frozen, and nobody is moving it.</param>
/// <param name="FailedCallbacks">Whether failed payouts are called back.</param>
internal sealed record WaitProspect(DateTimeOffset Now, bool IsFrozen, FailedCallbacks FailedCallbacks)
{
    private const int MostTold = 3;

    public static WaitProspect Create(MerchantState state)
    {
        var frozen = state.Clock.IsFrozen && state.ClockLock.CurrentCount > 0;
        return new WaitProspect(state.Clock.Now, frozen, state.Merchant.Switches.FailedCallbacks);
    }

    /// <summary>Why a wait for so many in a state is in vain; nothing while it is not.</summary>
    /// <param name="least">How many are waited for.</param>
    /// <param name="all">All there are, whatever state they are in: whether each is in that state, and if not, why it never will
    /// be.</param>
    public static string? Reason(int least, IReadOnlyList<(bool IsIn, string? WhyNever)> all)
    {
        var never = all.Where(one => !one.IsIn).Select(one => one.WhyNever).OfType<string>().ToList();
        return never.Count > 0 && all.Count - never.Count < least ? string.Join(' ', never.Take(MostTold)) : null;
    }

    /// <summary>Why a callback that is in another state will not come into this one.</summary>
    public string? WhyNever(StoredCallback callback)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"Callback {callback.Key}");
        return callback.State switch
        {
            CallbackState.Pending when IsFrozen && callback.DueAt <= Now => $"{what} is due, and {Frozen} advance it, by 0s at least.",
            CallbackState.Pending when IsFrozen => $"{what} is due at {WireDate.Iso(callback.DueAt)}, and {Frozen} advance it.",
            CallbackState.Pending => null,
            CallbackState.Delivered => $"{what} was delivered.",
            CallbackState.Dead => $"{what} is a dead letter after {Attempts(callback.Attempts)}: look at its answers, and resend it.",
            CallbackState.Lost => $"{what} was lost by a rule: nobody sends it.",
            _ => $"{what} was forged by a rule and rejected: nobody sends it again.",
        };
    }

    /// <summary>Why a payout without a callback will never have one.</summary>
    public string? WhyNoCallback(Payout payout)
    {
        if (payout.PostLink is null)
            return $"Payout {payout.PaymentId} gave no pg_post_link: it has no callback.";
        return FailedCallbacks == FailedCallbacks.Skip && payout.StatusAt(Now) == PayoutStatus.Error
            ? $"Payout {payout.PaymentId} failed with {payout.ErrorCode}, and failedCallbacks is skip: it has no callback."
            : null;
    }

    /// <summary>Why a payout of another status will not come to this one.</summary>
    public string? WhyNever(Payout payout) => payout.StatusAt(Now) switch
    {
        PayoutStatus.Ok => $"Payout {payout.PaymentId} is final with success.",
        PayoutStatus.Error => $"Payout {payout.PaymentId} is final with error {payout.ErrorCode}.",

        // A card may be typed while the clock is frozen.
        _ when IsFrozen && !payout.Waits => $"Payout {payout.PaymentId} is in process until {WireDate.Iso(payout.SettlesAt)}, and {Frozen} advance it, or settle the payout.",
        _ => null,
    };

    private string Frozen => $"the merchant's clock is frozen at {WireDate.Iso(Now)}:";

    private static string Attempts(int count) => count == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{count} attempts");
}
