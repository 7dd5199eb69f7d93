using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A merchant's clock.</summary>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Now">What it shows.</param>
/// <param name="Stands">Whether it stands there.</param>
/// <param name="Ahead">How far it is ahead of the machine's, or behind; nothing when it goes with it or stands.</param>
internal sealed record ClockCard(long Merchant, Moment Now, bool Stands, string? Ahead)
{
    public static ClockCard From(MerchantState state)
    {
        var (reading, time) = (state.Clock.Reading, MerchantTime.From(state));
        var ahead = reading.Frozen is null && reading.Ahead != TimeSpan.Zero ? Rounded(reading.Ahead) : null;
        return new ClockCard(state.Merchant.Id, time.At(time.Now), reading.Frozen is not null, ahead);
    }

    private static string Rounded(TimeSpan ahead)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(Math.Abs(ahead.TotalSeconds)));
        var parts = new[] { (Count: (long)whole.TotalDays, Unit: "d"), (whole.Hours, "h"), (whole.Minutes, "m"), (whole.Seconds, "s") }.Where(part => part.Count > 0).ToList();
        var sign = ahead < TimeSpan.Zero ? "−" : "+";
        return parts.Count == 0 ? $"{sign}{DurationText.Format(ahead.Duration())}" : sign + string.Join(' ', parts.Select(part => $"{part.Count}{part.Unit}"));
    }
}
