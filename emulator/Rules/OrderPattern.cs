using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Rules;

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
