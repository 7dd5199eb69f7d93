using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>What becomes of a callback after an attempt. Pure.</summary>
internal static class AttemptOutcome
{
    /// <returns>Where the callback is, and when it is due again if it is still pending.</returns>
    public static (CallbackState State, DateTimeOffset? Next) Decide(LeasedCallback due, Attempt attempt, CallbackSchedule schedule, DateTimeOffset now)
    {
        if (attempt.Delivered)
            return (CallbackState.Delivered, null);
        if (due.Tampering.IsForged)
            return (attempt.Status is null ? CallbackState.Dead : CallbackState.Rejected, null);
        return schedule.Next(due.Tries + 1, due.DueAt, now) is { } next ? (CallbackState.Pending, next) : (CallbackState.Dead, null);
    }
}
