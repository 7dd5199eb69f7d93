using System.Globalization;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Names one entry of all journals: <c>9970-17</c> is the seventeenth call of merchant 9970.</summary>
/// <param name="MerchantId">The merchant, or <see cref="NoMerchant"/>.</param>
/// <param name="Number">Counted from 1 in each journal.</param>
internal readonly record struct JournalId(long MerchantId, long Number)
{
    /// <summary>Stands for the merchant of calls that name none that is known, or that could not be read.</summary>
    public const long NoMerchant = 0;

    public static JournalId? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var merchant)
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new JournalId(merchant, number)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MerchantId}-{Number}");
}
