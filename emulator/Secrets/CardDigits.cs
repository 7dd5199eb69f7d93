using System.Buffers;
using System.Globalization;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// The one place that decides which digits of a text are a card number, and hides them. Digits of any script count, percent-encoded ones
/// too, with whatever people put between them: white space, dashes, dots, slashes, underscores, and characters that take no room.
/// </summary>
internal static class CardDigits
{
    private const int ShownFirst = 6;
    private const int ShownLast = 4;

    /// <summary>Digits right behind a card number that are hidden with it: month and year of its expiry, and its CVV.</summary>
    private const int MostBehind = 8;

    /// <summary>More than people put between two digits; what lies farther apart is two numbers.</summary>
    private const int MostBetween = 8;

    /// <summary>Behind it the digits of other scripts begin.</summary>
    private const char LastWithoutDigits = '\u065F';

    private const char Hidden = 'X';

    // What may stand in a card number as it is written; all that is not ASCII is looked at more closely.
    private static readonly SearchValues<char> s_written = SearchValues.Create("0123456789 \t\r\n\v\f-./\\_+\u00A0\u00AD\u00B7");

    /// <summary>
    /// Whether a closer look is due. Most texts are known not to hold a card number after one character in thirteen was looked at: so many
    /// belong to any.
    /// </summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        if (text.Length < CardNumber.MinDigits)
            return false;
        if (text.ContainsAnyExceptInRange('\0', LastWithoutDigits) || text.Contains('%'))
            return HasEnoughDigits(text);
        for (var at = CardNumber.MinDigits - 1; at < text.Length; at += CardNumber.MinDigits)
        {
            if (!s_written.Contains(text[at]))
                continue;
            var first = at;
            while (first > 0 && s_written.Contains(text[first - 1]))
                first--;
            var (count, end) = (0, first);
            for (; end < text.Length && s_written.Contains(text[end]); end++)
            {
                if (char.IsAsciiDigit(text[end]) && ++count == CardNumber.MinDigits)
                    return true;
            }

            at = Math.Max(at, end - 1);
        }

        return false;
    }

    /// <summary>Whether a text holds a card number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The card of the call, which counts whatever range it is of.</param>
    public static bool AreIn(string text, string? own = null)
    {
        if (!MayBeIn(text))
            return false;
        foreach (var run in Runs(text))
        {
            if (Marks(text, run, own, order: null) is not null)
                return true;
        }

        return false;
    }

    /// <summary>
    /// A text without the card numbers in it: of each its first six and last four digits stay, and nothing of an expiry or a CVV behind it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The card of the call, which counts whatever range it is of.</param>
    /// <param name="order">The order id of the call: digits that stand in it are the merchant's words, not a card.</param>
    public static string Hide(string text, string? own = null, string? order = null)
    {
        if (!MayBeIn(text))
            return text;
        StringBuilder? shown = null;
        var copied = 0;
        foreach (var run in Runs(text))
        {
            if (Marks(text, run, own, order) is not { } hidden)
                continue;
            shown ??= new StringBuilder(text.Length);
            shown.Append(text, copied, run[0].At - copied);
            Append(shown, text, run, hidden);
            copied = run[^1].End;
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The beginning of a text that was cut, without digits at its end that may be the beginning of a card number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instead">What stands for them.</param>
    public static string HideCut(string text, string instead)
    {
        if (Runs(text, ShownFirst + 1).LastOrDefault() is not { } run)
            return text;
        var behind = text.AsSpan(run[^1].End);
        foreach (var rune in behind.EnumerateRunes())
        {
            if (!MayStandBetween(rune))
                return text;
        }

        return behind.Length > MostBetween ? text : string.Concat(text.AsSpan(0, run[0].At), instead);
    }

    private static void Append(StringBuilder shown, string text, List<Digit> run, bool[] hidden)
    {
        // One that stands by itself looks as the vendor's own masks do.
        if (run.Count <= CardNumber.MaxDigits && IsWholeMask(hidden))
        {
            shown.Append(CardNumber.Mask(string.Concat(run.Select(digit => digit.Value))));
            return;
        }

        var from = run[0].At;
        for (var i = 0; i < run.Count; i++)
        {
            shown.Append(text, from, run[i].At - from);
            if (hidden[i])
                shown.Append(Hidden);
            else
                shown.Append(text, run[i].At, run[i].End - run[i].At);
            from = run[i].End;
        }
    }

    private static bool IsWholeMask(bool[] hidden)
    {
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i] != (i >= ShownFirst && i < hidden.Length - ShownLast))
                return false;
        }

        return hidden.Length >= CardNumber.MinDigits;
    }

    // Which digits of a run to hide; nothing where there is no card in it.
    private static bool[]? Marks(string text, List<Digit> run, string? own, string? order)
    {
        bool[]? hidden = null;
        Span<char> digits = run.Count <= 256 ? stackalloc char[run.Count] : new char[run.Count];
        for (var i = 0; i < run.Count; i++)
            digits[i] = run[i].Value;

        for (var first = 0; first + CardNumber.MinDigits <= run.Count; first++)
        {
            for (var length = Math.Min(CardNumber.MaxDigits, run.Count - first); length >= CardNumber.MinDigits; length--)
            {
                var window = digits.Slice(first, length);
                var isOwn = own is not null && window.SequenceEqual(own);
                if (!isOwn && !(CardRanges.Hold(window, IsSetApart(run, first, length)) && CardNumber.PassesLuhn(window)))
                    continue;
                if (!isOwn && IsOfOrder(text, run[first].At, run[first + length - 1].End, order))
                    continue;
                hidden ??= new bool[run.Count];
                hidden.AsSpan((first + ShownFirst)..(first + length - ShownLast)).Fill(true);
                if (run.Count - first - length is > 0 and <= MostBehind)
                    hidden.AsSpan(first + length).Fill(true);
                break;
            }
        }

        return hidden;
    }

    // Written in one piece, or with nothing but itself around it.
    private static bool IsSetApart(List<Digit> run, int first, int length)
    {
        if (length == run.Count)
            return true;
        if (first > 0 && run[first - 1].End == run[first].At)
            return false;
        for (var i = first + 1; i < first + length; i++)
        {
            if (run[i - 1].End != run[i].At)
                return false;
        }

        return first + length == run.Count || run[first + length - 1].End != run[first + length].At;
    }

    private static bool IsOfOrder(string text, int from, int to, string? order) =>
        order is not null && to - from <= order.Length && order.AsSpan().Contains(text.AsSpan(from, to - from), StringComparison.Ordinal);

    // All digits that no letter and no wide gap divides.
    private static IEnumerable<List<Digit>> Runs(string text, int atLeast = CardNumber.MinDigits)
    {
        List<Digit>? run = null;
        var between = 0;
        for (var at = 0; at < text.Length;)
        {
            var (rune, length) = Next(text, at);
            if (GetDigit(rune) is { } digit)
            {
                (run ??= []).Add(new Digit(digit, at, at + length));
                between = 0;
            }
            else if (run is not null && (++between > MostBetween || !MayStandBetween(rune)))
            {
                if (run.Count >= atLeast)
                    yield return run;
                run = null;
            }

            at += length;
        }

        if (run?.Count >= atLeast)
            yield return run;
    }

    private static bool HasEnoughDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // What is percent-encoded has more digits than it stands for, never fewer.
            if ((GetDigit(rune) is not null || rune.Value == '%') && ++count >= CardNumber.MinDigits)
                return true;
        }

        return false;
    }

    private static (Rune Rune, int Length) Next(string text, int at)
    {
        if (text[at] == '%' && EncodedAt(text, at, out var encoded) is > 0 and var taken)
            return (encoded, taken);
        return Rune.TryGetRuneAt(text, at, out var rune) ? (rune, rune.Utf16SequenceLength) : (Rune.ReplacementChar, 1);
    }

    // A character of UTF-8 as addresses and forms write it; nothing where it is none.
    private static int EncodedAt(string text, int at, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        for (var i = at; count < bytes.Length && i + 2 < text.Length && text[i] == '%' && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]); i += 3)
            bytes[count++] = byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Rune.DecodeFromUtf8(bytes[..count], out rune, out var consumed) == OperationStatus.Done ? consumed * 3 : 0;
    }

    private static char? GetDigit(Rune rune)
    {
        if (rune.IsAscii)
            return Rune.IsDigit(rune) ? (char)rune.Value : null;
        if (rune.Value <= LastWithoutDigits)
            return null;
        return CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is >= 0 and <= 9 and var value ? (char)('0' + value) : null;
    }

    private static bool MayStandBetween(Rune rune) => rune.Value is '.' or '/' or '\\' or '_' or '+' or 0x00B7 or 0x2022 or 0x2044 or 0x2212
        || Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control;

    /// <summary>A digit, and where it stands in the text.</summary>
    private readonly record struct Digit(char Value, int At, int End);
}

/// <summary>
/// The beginnings and lengths of card numbers by which they are told from other long numbers, of which one in ten passes the check of card
/// numbers. The schemes and the national ones of Central Asia, as they publish them.
/// </summary>
internal static class CardRanges
{
    private const int BeginningLength = 4;

    private static readonly Range[] s_known =
    [
        new(4000, 4999, 16, 16), // Visa
        new(5100, 5599, 16, 16), // Mastercard
        new(2221, 2720, 16, 16),
        new(3400, 3499, 15, 15), // American Express
        new(3700, 3799, 15, 15),
        new(3000, 3059, 14, 14), // Diners Club
        new(3600, 3699, 14, 14),
        new(3800, 3999, 14, 14),
        new(3528, 3589, 16, 16), // JCB
        new(6011, 6011, 16, 16), // Discover
        new(6440, 6599, 16, 16),
        new(6200, 6299, 16, 19), // UnionPay
        new(8100, 8199, 16, 19),
        new(2200, 2204, 16, 19), // Mir
        new(9417, 9417, 16, 16), // Elcart
        new(8600, 8600, 16, 16), // Uzcard
        new(5614, 5614, 16, 16),
        new(9860, 9860, 16, 16), // Humo
        new(9792, 9792, 16, 16), // Troy
    ];

    /// <summary>Whether digits are as many, and begin, as those of a card do.</summary>
    /// <param name="digits">13 to 20 digits.</param>
    /// <param name="isSetApart">Whether they stand by themselves. Between other digits only what the well-known schemes issue
    /// counts.</param>
    public static bool Hold(ReadOnlySpan<char> digits, bool isSetApart)
    {
        // By themselves all that banks issue (ISO/IEC 7812: 3 to 6), older and unusual lengths too.
        if (isSetApart && digits.Length < CardNumber.MaxDigits && digits[0] is >= '3' and <= '6')
            return true;
        var beginning = int.Parse(digits[..BeginningLength], NumberStyles.None, CultureInfo.InvariantCulture);
        foreach (var range in s_known)
        {
            if (beginning >= range.First && beginning <= range.Last && digits.Length >= range.Shortest && digits.Length <= range.Longest)
                return true;
        }

        return false;
    }

    private readonly record struct Range(int First, int Last, int Shortest, int Longest);
}
