using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>One of the callbacks that a plan makes of a payout.</summary>
/// <param name="After">How long after the moment at which the first attempt would ordinarily be due; with a hold, how long after the other callback.</param>
/// <param name="Tampering">How it is other than it should be.</param>
/// <param name="Lost">Whether it is never sent.</param>
/// <param name="Hold">How long it waits at most for the callback of the merchant's next payout, from that same moment on.</param>
internal readonly record struct PlannedCallback(TimeSpan After, Tampering Tampering, bool Lost = false, TimeSpan? Hold = null)
{
    /// <summary>With a hold, how long after that same moment it is due where another callback waits for this one.</summary>
    public TimeSpan Ahead { get; init; }
}
