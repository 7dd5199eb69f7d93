using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Screens;

/// <summary>What the stylesheet calls the looks of marks, and what the script reads.</summary>
internal static class Tones
{
    public static string Name(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Waiting => "waiting",
        Tone.Bad => "bad",
        _ => "quiet",
    };

    public static string Name(PayoutStatus status) => Name(status switch
    {
        PayoutStatus.Ok => Tone.Good,
        PayoutStatus.Error => Tone.Bad,
        _ => Tone.Waiting,
    });

    public static string Name(CallbackState state) => Name(state switch
    {
        CallbackState.Delivered => Tone.Good,
        CallbackState.Pending => Tone.Waiting,
        CallbackState.Dead => Tone.Bad,
        _ => Tone.Quiet,
    });

    /// <summary>When a page is to be looked at again, where that is soon enough for anybody to be there.</summary>
    public static string? Milliseconds(TimeSpan? again) =>
        again is { } span && span < TimeSpan.FromHours(1) ? ((long)Math.Ceiling(span.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture) : null;
}
