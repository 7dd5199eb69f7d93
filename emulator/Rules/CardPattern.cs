using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>
/// Which cards a rule is about: a published test card, or the first and last digits of a number. No other number is kept whole:
/// a rule is shown to whoever asks, and a card number belongs in no file.
/// </summary>
internal sealed partial record CardPattern
{
    private const int MaxPrefix = 6;
    private const int MaxSuffix = 4;

    private CardPattern(string prefix, string suffix, string? whole) => (Prefix, Suffix, Whole) = (prefix, suffix, whole);

    public static CardPattern Any { get; } = new("", "", whole: null);

    public string Prefix { get; }

    public string Suffix { get; }

    /// <summary>The whole number, when it is published.</summary>
    public string? Whole { get; }

    /// <summary>Reads a number, a mask such as <c>467159-XX-XXXX-8252</c>, or <c>prefix*suffix</c>.</summary>
    public static CardPattern? TryParse(string text)
    {
        if (IsPublished(text))
            return new CardPattern(text[..MaxPrefix], text[^MaxSuffix..], text);
        if (CardNumber.IsWellFormed(text) || Mask().IsMatch(text))
            return new CardPattern(text[..MaxPrefix], text[^MaxSuffix..], whole: null);
        return Ends().Match(text) is { Success: true } ends
            ? new CardPattern(ends.Groups["prefix"].Value, ends.Groups["suffix"].Value, whole: null)
            : null;
    }

    public bool Fits(string card) => Whole is null
        ? card.StartsWith(Prefix, StringComparison.Ordinal) && card.EndsWith(Suffix, StringComparison.Ordinal)
        : string.Equals(card, Whole, StringComparison.Ordinal);

    /// <summary>As it is written in a file of rules.</summary>
    public override string ToString() => Whole ?? $"{Prefix}*{Suffix}";

    private static bool IsPublished(string text) => TestCard.Find(text) is not null || TestCard.PaymentCards.Contains(text, StringComparer.Ordinal);

    [GeneratedRegex("^[0-9]{6}-XX-XXXX-[0-9]{4}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mask();

    [GeneratedRegex("^(?<prefix>[0-9]{0,6})\\*(?<suffix>[0-9]{0,4})\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}
