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

/// <summary>A callback schedule that has a name.</summary>
internal sealed record RetryProfile(string Name, CallbackSchedule Schedule)
{
    public static IReadOnlyList<RetryProfile> All { get; } =
    [
        new("freedompay", CallbackSchedule.FreedomPay),
        new("once", new CallbackSchedule(TimeSpan.Zero)),
        new("steep", FindName("0:00:00", "0:00:05", "0:00:30", "0:02:00", "0:10:00", "0:30:00")),
        new("long", FindName("0:00:00", "0:30:00", "1:00:00", "2:00:00", "4:00:00", "8:00:00", "1.00:00:00")),
    ];

    public static RetryProfile? Find(string name) => All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));

    public static RetryProfile? FindName(CallbackSchedule schedule) => All.FirstOrDefault(profile => profile.Schedule.Waits.SequenceEqual(schedule.Waits));

    public override string ToString() => Name;

    private static CallbackSchedule FindName(params IEnumerable<string> waits) =>
        new([.. waits.Select(wait => TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture))]);
}
