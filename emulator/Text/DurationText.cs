using System.Globalization;

namespace FreedomPaySandbox.Emulator.Text;

/// <summary>Writes a time span as people write it, in the largest unit that leaves no rest: <c>90s</c>, <c>30m</c>, <c>500ms</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Ticks)[] s_units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
    ];

    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0s";
        foreach (var (unit, ticks) in s_units)
        {
            if (duration.Ticks % ticks == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / ticks}{unit}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / (decimal)TimeSpan.TicksPerMillisecond:0.####}ms");
    }
}
