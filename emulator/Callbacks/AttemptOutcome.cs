namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>What becomes of a callback after an attempt. Pure.</summary>
internal static class AttemptOutcome
{
    /// <returns>Where the callback is, and when it is due again if it is still owed.</returns>
    public static (CallbackState State, DateTimeOffset? Next) Of(DueCallback due, Attempt attempt, CallbackSchedule schedule, DateTimeOffset now)
    {
        if (attempt.Delivered)
            return (CallbackState.Delivered, null);
        if (due.Twist.IsForged)
            return (attempt.Status is null ? CallbackState.Dead : CallbackState.TurnedAway, null);
        return schedule.Next(due.Tries + 1, due.DueAt, now) is { } next ? (CallbackState.Owed, next) : (CallbackState.Dead, null);
    }
}
