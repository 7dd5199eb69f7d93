using System.ComponentModel;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What a clock shows.</summary>
internal sealed record ClockView(
    [property: Description("What it shows.")] DateTimeOffset Now,
    [property: Description("Whether it stands there until it is advanced or set.")] bool Frozen,
    [property: Description("How far it is ahead of the machine's clock, such as 2h; left out when it stands.")] string? Ahead)
{
    public static ClockView From(ClockReading reading, DateTimeOffset machine) => new(
        reading.At(machine),
        reading.Frozen is not null,
        reading.Frozen is not null ? null : (reading.Ahead < TimeSpan.Zero ? "-" : "") + DurationText.Format(reading.Ahead.Duration()));
}
