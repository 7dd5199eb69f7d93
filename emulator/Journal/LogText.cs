using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>A foreign text as it may stand in a line of the log: nothing in it ends the line, steers a terminal, or turns the direction of reading.</summary>
internal static class LogText
{
    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (at < 0)
            return text;
        StringBuilder? shown = null;
        for (; at < text.Length; at++)
        {
            if (!IsEscaped(text[at]))
            {
                shown?.Append(text[at]);
                continue;
            }

            shown ??= new StringBuilder(text, 0, at, text.Length + 16);
            shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
        }

        return shown?.ToString() ?? text;
    }

    private static bool IsEscaped(char character) => CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
