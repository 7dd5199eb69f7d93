namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>When a callback is attempted: the waits before the first attempt, the second, and so on. Pure arithmetic.</summary>
internal sealed class CallbackSchedule(params IReadOnlyList<TimeSpan> waits)
{
    /// <summary>The vendor's: at once, then every 30 minutes for 2 hours (N-7).</summary>
    public static CallbackSchedule FreedomPay { get; } = new(
        TimeSpan.Zero,
        TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(30));

    public IReadOnlyList<TimeSpan> Waits { get; } = waits;

    /// <summary>When the first attempt is due.</summary>
    public DateTimeOffset First(DateTimeOffset settled) => settled + Waits[0];

    /// <summary>
    /// When the next attempt is due, or <see langword="null"/> when there is none left. Counted from when the last one was due, so
    /// that slow answers do not shift the plan; an attempt that came a whole wait too late starts the plan anew.
    /// </summary>
    public DateTimeOffset? Next(int attemptsMade, DateTimeOffset wasDue, DateTimeOffset now)
    {
        if (attemptsMade >= Waits.Count)
            return null;
        var due = wasDue + Waits[attemptsMade];
        return due > now ? due : now + Waits[attemptsMade];
    }

    public override string ToString() => string.Join(", ", Waits);
}
