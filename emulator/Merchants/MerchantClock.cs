namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>A merchant's own time, in the whole milliseconds that the store keeps. Tests move it; no other merchant's moves with it.</summary>
internal sealed class MerchantClock(SandboxClock machine, ClockReading reading)
{
    private ClockReading _reading = reading;

    public ClockReading Reading
    {
        get => Volatile.Read(ref _reading);
        set => Volatile.Write(ref _reading, value);
    }

    public DateTimeOffset Now => Reading.At(machine.Now);

    /// <summary>How long until it shows that moment, or <see langword="null"/> when it stands before it.</summary>
    public TimeSpan? Until(DateTimeOffset moment)
    {
        var (reading, now) = (Reading, machine.Now);
        if (moment <= reading.At(now))
            return TimeSpan.Zero;
        return reading.Standing is null ? moment - reading.At(now) : null;
    }
}
