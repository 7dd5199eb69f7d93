using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Writes what is set as <see cref="SettingText"/> reads it.</summary>
internal static class SettingFormatter
{
    /// <summary>What stands where a secret would.</summary>
    private const string Mask = "••••••";

    public static string Format(bool yes) => yes ? "true" : "false";

    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Format(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Format(CallbackSchedule schedule) =>
        RetryProfile.FindName(schedule)?.Name ?? string.Join(',', schedule.Waits.Select(DurationText.Format));

    public static string OfOffset(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";

    public static string OfClock(DateTimeOffset? frozen) =>
        frozen is { } moment ? moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : "machine";

    /// <summary>Dots, unless everybody knows the secret.</summary>
    public static string OfSecret(string? secret) => secret switch
    {
        null => "",
        _ when secret == MerchantSecrets.Published.Payout || secret == MerchantSecrets.Published.Receive => secret,
        _ => Mask,
    };
}
