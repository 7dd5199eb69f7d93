using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Takes out of a foreign text what must not be kept: a merchant's secrets, and digits that are a card number.</summary>
internal static partial class Redaction
{
    private const string Dots = "••••••";

    public static string Of(string text, MerchantSecrets secrets)
    {
        if (secrets.Payout.Length > 0)
            text = text.Replace(secrets.Payout, Dots, StringComparison.Ordinal);
        if (secrets.Receive.Length > 0)
            text = text.Replace(secrets.Receive, Dots, StringComparison.Ordinal);
        return Cards(text);
    }

    /// <summary>Masks the card of a call wherever it stands, between other digits too, and all that look like another.</summary>
    public static string Cards(string text, string? card) => Cards(
        card is not null && CardNumber.IsWellFormed(card) ? text.Replace(card, CardNumber.Mask(card), StringComparison.Ordinal) : text);

    /// <summary>Masks every run of 13 to 20 digits that passes the check of card numbers.</summary>
    public static string Cards(string text) => text.Length < CardNumber.MinDigits ? text : DigitRuns().Replace(
        text, run => CardNumber.PassesLuhn(run.ValueSpan) ? CardNumber.Mask(run.ValueSpan) : run.Value);

    [GeneratedRegex("(?<![0-9])[0-9]{13,20}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigitRuns();
}
