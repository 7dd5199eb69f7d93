using System.Globalization;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Merchants by their ids, some at a time.</summary>
/// <param name="Merchants">Those shown.</param>
/// <param name="More">Where the list goes on.</param>
internal sealed record MerchantListView(IReadOnlyList<MerchantCard> Merchants, string? More);

/// <summary>A merchant with its balance, settings and clock; never with its secrets.</summary>
/// <param name="Merchant">As the admin API shows it.</param>
/// <param name="Balance">The payout balance now.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Rules">How many rules of its own it has.</param>
internal sealed record MerchantCard(MerchantView Merchant, Amount Balance, ClockCard Clock, int Rules);

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

/// <summary>Clocks by their merchants' ids, some at a time.</summary>
/// <param name="Clocks">Those shown.</param>
/// <param name="More">Where the list goes on.</param>
/// <param name="MovesAll">Whether there are several, so that all may be moved at once.</param>
internal sealed record ClockListView(IReadOnlyList<ClockCard> Clocks, string? More, bool MovesAll);

/// <summary>The moments of a merchant while one page is made: one now for all of it.</summary>
internal sealed class MerchantTime(DateTimeOffset now, TimeSpan offset, bool stands)
{
    public DateTimeOffset Now => now;

    /// <summary>How long until that moment; never, where the clock stands or the moment is past.</summary>
    public TimeSpan? Until(DateTimeOffset moment) => stands || moment <= now ? null : moment - now;

    public Moment At(DateTimeOffset moment) => new(moment.ToOffset(offset), now.ToOffset(offset));

    public static MerchantTime From(MerchantState state) =>
        new(state.Clock.Now, state.Merchant.UtcOffset, state.Clock.IsFrozen);
}

/// <summary>A moment of a merchant, in its local time, beside its now.</summary>
internal readonly record struct Moment(DateTimeOffset Local, DateTimeOffset Now)
{
    public bool IsToday => Local.Date == Now.Date;

    public bool IsAhead => Local > Now;

    public TimeSpan Left => Local - Now;

    public string Time => Local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Machine => Local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
