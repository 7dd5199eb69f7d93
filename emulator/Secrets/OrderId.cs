using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// The merchant's own word for a payout. It is kept, shown and found as it was sent, also where its digits happen to pass the check of card
/// numbers, as one timestamp in ten does. Only a card that is known to be one may not stand in it.
/// </summary>
internal static class OrderId
{
    public const int MaxLength = 50;

    /// <summary>What takes no more than this on the stack is most of what is sent.</summary>
    private const int UsualLength = 256;

    /// <summary>
    /// Whether a text holds the card that the call itself pays to, or a published test card: between other digits too, in any grouping, in
    /// the digits of any script, and percent-encoded.
    /// </summary>
    /// <param name="text">An order id, or what was sent as one.</param>
    /// <param name="card">What the call sent as the card to pay to, if it did.</param>
    public static bool HoldsCard(string text, string? card)
    {
        if (text.Length < CardNumber.MinDigits)
            return false;
        if (text.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(text) is var plain && !string.Equals(plain, text, StringComparison.Ordinal) && HoldsCard(plain, card))
            return true;
        Span<char> room = text.Length <= UsualLength ? stackalloc char[text.Length] : new char[text.Length];
        var digits = GetDigits(text, room);
        if (digits.Length < CardNumber.MinDigits)
            return false;
        return HoldsPublished(digits) || (card is { Length: >= CardNumber.MinDigits and <= UsualLength } && Holds(digits, card));
    }

    /// <summary>What of a call's order id may be shown as it was sent: all of it, or nothing.</summary>
    /// <param name="text">What was sent as an order id.</param>
    /// <param name="card">What the call sent as the card to pay to, if it did.</param>
    public static string? AsSent(string? text, string? card) =>
        text is not null && TextLength.IsAtMost(text, MaxLength) && !HoldsCard(text, card) ? text : null;

    private static bool Holds(ReadOnlySpan<char> digits, string card)
    {
        Span<char> room = stackalloc char[card.Length];
        var own = GetDigits(card, room);
        return CardNumber.IsWellFormed(own) && digits.IndexOf(own) >= 0;
    }

    private static bool HoldsPublished(ReadOnlySpan<char> digits)
    {
        for (var i = 0; i < TestCard.All.Count; i++)
        {
            if (digits.IndexOf(TestCard.All[i].Number) >= 0)
                return true;
        }

        for (var i = 0; i < TestCard.PaymentCards.Count; i++)
        {
            if (digits.IndexOf(TestCard.PaymentCards[i]) >= 0)
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> GetDigits(string text, Span<char> room)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = char.IsAscii(text[i]) ? text[i] - '0' : CharUnicodeInfo.GetDigitValue(text, i);
            if (value is >= 0 and <= 9)
                room[count++] = (char)('0' + value);
        }

        return room[..count];
    }
}

/// <summary>The user name and password that an address may carry: sent as HTTP Basic authentication, and shown to nobody.</summary>
internal static partial class LinkCredentials
{
    /// <summary>Whether a text holds an address that carries credentials.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) =>
        text.Contains('@') && text.IndexOf("://", StringComparison.Ordinal) >= 0 && InAddress().IsMatch(text);

    /// <summary>A text with dots for the credentials of each address in it.</summary>
    public static string Hide(string text) => AreIn(text) ? InAddress().Replace(text, Redaction.Dots) : text;

    /// <summary>What an address asks to send in the header Authorization, if it carries credentials.</summary>
    public static string? GetBasic(Uri link) => link.UserInfo.Length == 0
        ? null
        : Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(link.UserInfo)));

    // Up to the last sign of an authority: a password that holds one itself is hidden as a whole.
    [GeneratedRegex(@"(?<=://)[^/?#\s]+(?=@)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InAddress();
}
