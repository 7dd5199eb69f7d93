using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>When a rule applies: what a call must be like, and which of those calls. What is missing is not asked for.</summary>
internal sealed record RuleCondition
{
    /// <summary>Stands for calls of every kind.</summary>
    public const string AnyOperation = "*";

    /// <summary>
    /// Which method, or <see cref="AnyOperation"/>; those that make payouts when left out, so that inquiries are not counted among them.
    /// </summary>
    public string? Operation { get; init; }

    public CardPattern? Card { get; init; }

    public AmountRange? Amount { get; init; }

    public OrderPattern? OrderId { get; init; }

    public string? Currency { get; init; }

    public RuleTurn Turn { get; init; }

    /// <summary>Whether the rule is about the call; a call that lacks what is asked for is not meant.</summary>
    public bool Fits(RuledCall call) =>
        (Operation is null ? call.IsPayout : Operation == AnyOperation || string.Equals(Operation, call.Operation, StringComparison.Ordinal))
        && (Card is null || (call.Card is { } card && Card.Fits(card)))
        && (Amount is null || (call.Amount is { } amount && Amount.Fits(amount)))
        && (OrderId is null || (call.OrderId is { } orderId && OrderId.Fits(orderId)))
        && (Currency is null || string.Equals(Currency, call.Currency, StringComparison.Ordinal));
}

/// <summary>Which amounts a rule is about, both ends included; an end that is missing is open.</summary>
internal sealed record AmountRange(Amount? From, Amount? To)
{
    /// <summary>Whether it is one amount rather than a range.</summary>
    public bool IsExact => From is not null && From == To;

    public static AmountRange Exactly(Amount amount) => new(amount, amount);

    public bool Fits(Amount amount) => !(amount < From) && !(amount > To);
}

/// <summary>
/// Which of the calls that a rule is about it decides; what is missing does not restrict it, and all that is given must hold.
/// </summary>
/// <param name="First">Only so many, from the first on.</param>
/// <param name="Every">Only each so-many-th.</param>
/// <param name="Probability">Only this share, by chance.</param>
internal readonly record struct RuleTurn(long? First = null, long? Every = null, double? Probability = null)
{
    /// <param name="count">The how-many-th call it is, from 1.</param>
    /// <param name="chance">The call's chance, from 0 up to but not 1.</param>
    public bool Comes(long count, Func<double> chance) =>
        (First is not { } first || count <= first)
        && (Every is not { } every || count % every == 0)
        && (Probability is not { } probability || chance() < probability);
}

/// <summary>
/// Which cards a rule is about: a published test card, or the first and last digits of a number. No other number is kept whole:
/// everybody can read a rule, and a card number belongs in no file.
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

/// <summary>
/// Which order ids a rule is about: a text with the wildcards <c>*</c> and <c>?</c>, or a regular expression between slashes. The
/// latter is matched without backtracking and for a limited time, so that no pattern can hold up a call.
/// </summary>
internal sealed class OrderPattern : IEquatable<OrderPattern>
{
    public const int MaxLength = 200;

    private static readonly TimeSpan s_timeOut = TimeSpan.FromSeconds(1);

    private readonly Regex? _regex;

    private OrderPattern(string text, Regex? regex) => (Text, _regex) = (text, regex);

    /// <summary>As it is written in a file of rules.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern, or says nothing when it is a regular expression that cannot be used.</summary>
    public static OrderPattern? TryParse(string text)
    {
        if (text.Length <= 2 || !text.StartsWith('/') || !text.EndsWith('/'))
            return new OrderPattern(text, regex: null);
        try
        {
            return new OrderPattern(text, new Regex(text[1..^1], RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, s_timeOut));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // Malformed; or it looks around, refers back, or is too large, which cannot be matched without backtracking.
            return null;
        }
    }

    public bool Fits(string orderId)
    {
        try
        {
            return _regex?.IsMatch(orderId) ?? Wildcards.Fit(Text, orderId);
        }
        catch (RegexMatchTimeoutException)
        {
            // Even in one pass, repetitions within repetitions may take for ever. The payout matters more than such a rule.
            return false;
        }
    }

    public bool Equals(OrderPattern? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as OrderPattern);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}

/// <summary>Compares a text with a pattern in which <c>*</c> stands for any characters and <c>?</c> for one. Pure.</summary>
internal static class Wildcards
{
    public static bool Fit(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t) = (0, 0);
        var (star, resume) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // The last asterisk takes one character more. No earlier one need be tried again, so this ends soon.
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
