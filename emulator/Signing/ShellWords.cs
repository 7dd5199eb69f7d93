using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The words of a POSIX shell line: taken apart as the shell would, and written so that it gives them back.</summary>
internal static class ShellWords
{
    /// <summary>Splits one command. What only a running shell knows (variables, pipes) is refused, not guessed.</summary>
    public static bool TrySplit(string line, [NotNullWhen(true)] out IReadOnlyList<string>? words, [NotNullWhen(false)] out string? problem)
    {
        var splitter = new ShellSplitter(line);
        words = splitter.Split() ? splitter.Words : null;
        problem = splitter.Problem;
        return words is not null;
    }

    /// <summary>
    /// The word in single quotes; where something in it would steer a terminal or break the line, in the quotes that can spell it
    /// (<c>$'…'</c>).
    /// </summary>
    public static string Quote(string word) => Quote(word, keepsLines: false);

    /// <summary>The same of a body whose lines are of our own making, for people to read.</summary>
    public static string QuoteLines(string body) => Quote(body, keepsLines: true);

    private static string Quote(string word, bool keepsLines) =>
        Enumerable.Range(0, word.Length).Any(at => IsSpelled(word, at, keepsLines)) ? Spell(word, keepsLines) : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The word as it is where every shell leaves it alone, otherwise in single quotes.</summary>
    public static string QuoteIfNeeded(string word) => word.Length > 0 && word.All(IsPlain) ? word : Quote(word);

    private static bool IsSpelled(string word, int at, bool keepsLines) => TerminalText.IsEscaped(word, at) && !(keepsLines && word[at] == '\n');

    private static string Spell(string word, bool keepsLines)
    {
        var spelled = new StringBuilder("$'");
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] is '\'' or '\\')
                spelled.Append('\\').Append(word[at]);
            else if (!IsSpelled(word, at, keepsLines))
                spelled.Append(word[at]);
            else if (word[at] == '\n')
                spelled.Append(@"\n");
            else if (word[at] <= '\u007f')
                spelled.Append(CultureInfo.InvariantCulture, $"\\x{(int)word[at]:x2}");
            else if (Rune.TryGetRuneAt(word, at, out var rune))
                spelled.Append(rune.IsBmp ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}") : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"));
            else if (char.IsHighSurrogate(word[at]) || at == 0 || !char.IsHighSurrogate(word[at - 1]))
                spelled.Append(@"\ufffd"); // half a character, which nobody can send
        }

        return spelled.Append('\'').ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '@' or '%' or '+' or ',';
}
