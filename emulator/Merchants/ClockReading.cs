namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>Where a clock is: so far ahead of the machine's, or standing at a moment.</summary>
/// <param name="Ahead">Of the machine's clock; negative when behind. Counts while the clock does not stand.</param>
/// <param name="Standing">The moment at which it stands.</param>
internal sealed record ClockReading(TimeSpan Ahead, DateTimeOffset? Standing = null)
{
    /// <summary>As the machine's.</summary>
    public static ClockReading Machine { get; } = new(TimeSpan.Zero);

    public DateTimeOffset At(DateTimeOffset machine) => Standing ?? machine + Ahead;

    /// <summary>The same clock, moved.</summary>
    public ClockReading Moved(TimeSpan by) => Standing is { } moment ? this with { Standing = moment + by } : this with { Ahead = Ahead + by };

    /// <summary>A clock that shows a moment, and stands there or goes on from it.</summary>
    public static ClockReading Showing(DateTimeOffset moment, bool standing, DateTimeOffset machine) =>
        standing ? new ClockReading(TimeSpan.Zero, moment) : new ClockReading(moment - machine);
}
