namespace FreedomPaySandbox.Emulator.Clock;

/// <summary>Where a clock is: so far ahead of the machine's, or standing at a moment.</summary>
/// <param name="Ahead">Of the machine's clock; negative when behind. Counts while the clock does not stand.</param>
/// <param name="Frozen">The moment at which it stands.</param>
internal sealed record ClockReading(TimeSpan Ahead, DateTimeOffset? Frozen = null)
{
    /// <summary>As the machine's.</summary>
    public static ClockReading Machine { get; } = new(TimeSpan.Zero);

    public DateTimeOffset At(DateTimeOffset machine) => Frozen ?? machine + Ahead;

    /// <summary>The same clock, moved.</summary>
    public ClockReading Moved(TimeSpan by) => Frozen is { } moment ? this with { Frozen = moment + by } : this with { Ahead = Ahead + by };

    /// <summary>A clock that shows a moment, and stands there or goes on from it.</summary>
    public static ClockReading Showing(DateTimeOffset moment, bool frozen, DateTimeOffset machine) =>
        frozen ? new ClockReading(TimeSpan.Zero, moment) : new ClockReading(moment - machine);
}
