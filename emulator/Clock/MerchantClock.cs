namespace FreedomPaySandbox.Emulator.Clock;

/// <summary>
/// A merchant's own time, in the whole milliseconds that the store keeps. Tests move it; no other merchant's moves with it.
/// </summary>
internal sealed class MerchantClock(SandboxClock machine, ClockReading reading)
{
    private ClockReading _reading = reading;
    private ClockReading? _stop;

    /// <summary>Where it is as it was set; on the way of an advance still where that began.</summary>
    public ClockReading Reading
    {
        get => Volatile.Read(ref _reading);
        set => Volatile.Write(ref _reading, value);
    }

    /// <summary>What it shows: also on the way of an advance.</summary>
    public ClockReading Shown => Volatile.Read(ref _stop) ?? Reading;

    public DateTimeOffset Now => Shown.At(machine.Now);

    /// <summary>Whether it stands until somebody moves it. Then callbacks go out on the way of an advance only.</summary>
    public bool IsFrozen => Reading.Frozen is not null;

    /// <summary>Whether callbacks that are due may go out.</summary>
    public bool LetsCallbacksOut => !IsFrozen || Volatile.Read(ref _stop) is not null;

    /// <summary>Stands at a moment on the way of an advance.</summary>
    public void StopAt(DateTimeOffset moment) => Volatile.Write(ref _stop, new ClockReading(TimeSpan.Zero, moment));

    /// <summary>Ends an advance.</summary>
    public void Arrive(ClockReading reading)
    {
        Reading = reading;
        Volatile.Write(ref _stop, null);
    }

    /// <summary>
    /// How long until a callback that is due at that moment goes out by itself, or <see langword="null"/> when it does not: while the clock
    /// is frozen, or stops before that moment on the way of an advance.
    /// </summary>
    public TimeSpan? Until(DateTimeOffset moment)
    {
        if (IsFrozen)
            return null;
        var shown = Shown;
        var wait = moment - shown.At(machine.Now);
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : shown.Frozen is null ? wait : null;
    }
}

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
