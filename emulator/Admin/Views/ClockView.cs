using System.ComponentModel;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What a clock shows.</summary>
internal sealed record ClockView(
    [property: Description("What it shows.")] DateTimeOffset Now,
    [property: Description("Whether it stands there until it is advanced or set.")] bool Standing,
    [property: Description("How far it is ahead of the machine's clock, such as 2h; left out when it stands.")] string? Ahead)
{
    public static ClockView Of(ClockReading reading, DateTimeOffset machine) => new(
        reading.At(machine),
        reading.Standing is not null,
        reading.Standing is not null ? null : (reading.Ahead < TimeSpan.Zero ? "-" : "") + DurationText.Of(reading.Ahead.Duration()));
}
