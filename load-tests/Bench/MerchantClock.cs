using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>Where a merchant's clock is: standing at a moment, or so far ahead of the machine's.</summary>
internal readonly record struct MerchantClock(DateTimeOffset Now, bool Frozen, TimeSpan Ahead)
{
    /// <summary>Whether it goes with the machine's.</summary>
    public bool IsMachine => !Frozen && Ahead == TimeSpan.Zero;

    /// <summary>Reads such as <c>2h</c> or <c>-0.5ms</c>.</summary>
    public static TimeSpan Distance(string text) =>
        (SettingText.Duration(text.TrimStart('-')) ?? throw new FormatException($"\"{text}\" is no distance between clocks.")) * (text.StartsWith('-') ? -1 : 1);
}
