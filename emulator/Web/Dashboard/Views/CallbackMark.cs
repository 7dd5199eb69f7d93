using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Where a payout's callbacks are, in a word.</summary>
/// <param name="State">Of the one that most wants attention.</param>
/// <param name="Attempts">Made for it.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Count">How many callbacks there are.</param>
internal sealed record CallbackMark(CallbackState State, int Attempts, Moment DueAt, int Count)
{
    private static readonly CallbackState[] s_urgency =
        [CallbackState.Dead, CallbackState.Pending, CallbackState.Lost, CallbackState.Delivered, CallbackState.Rejected];

    public static CallbackMark? From(IReadOnlyList<StoredCallback> callbacks, MerchantTime time) =>
        callbacks.MinBy(callback => Array.IndexOf(s_urgency, callback.State)) is { } first
            ? new CallbackMark(first.State, first.Attempts, time.At(first.DueAt), callbacks.Count)
            : null;
}
