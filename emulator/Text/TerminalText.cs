using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.Emulator.Text;

/// <summary>
/// Text as it may be shown in a terminal or a text log: nothing in it steers the terminal, hides, or turns the direction of reading. What
/// would is written out, as in <c>\u001b</c>, which is the same text where the line is JSON.
/// </summary>
internal static class TerminalText
{
    /// <summary>A foreign text as a part of a line: it cannot end the line either.</summary>
    public static string Line(string text) => Escape(text, keepsLines: false);

    /// <summary>Lines of our own, whatever stands in them.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    /// <summary>
    /// What quotes others and may have lines of its own: those behind the first are set back, so that none passes for a line of ours.
    /// </summary>
    public static string SetBack(string text) => text.ReplaceLineEndings($"{Environment.NewLine}   ");

    /// <summary>Whether the character at that place is written out.</summary>
    public static bool IsEscaped(string text, int at) => CategoryAt(text, at)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static string Escape(string text, bool keepsLines)
    {
        StringBuilder? shown = null;
        var kept = 0;
        for (var at = NextDoubtful(text, 0); at < text.Length; at = NextDoubtful(text, at + 1))
        {
            if (!IsEscaped(text, at) || (keepsLines && IsLineBreak(text, at)))
                continue;
            shown ??= new StringBuilder(text.Length + 32);
            shown.Append(text, kept, at - kept).Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
            kept = at + 1;
        }

        return shown is null ? text : shown.Append(text, kept, text.Length - kept).ToString();
    }

    // Nearly all that is written is ASCII, with an arrow here and there.
    private static int NextDoubtful(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAnyExceptInRange(' ', '~');
        return next < 0 ? text.Length : from + next;
    }

    private static bool IsLineBreak(string text, int at) =>
        text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    // Both halves of a pair are what the pair is; a half by itself is a surrogate.
    private static UnicodeCategory CategoryAt(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]))
            at--;
        return CharUnicodeInfo.GetUnicodeCategory(text, at);
    }
}
