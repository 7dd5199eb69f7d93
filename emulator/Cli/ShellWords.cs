using System.Diagnostics.CodeAnalysis;

namespace FreedomPaySandbox.Emulator.Cli;

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

    /// <summary>The word in single quotes.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The word as it is where every shell leaves it alone, otherwise in single quotes.</summary>
    public static string QuoteIfNeeded(string word) => word.Length > 0 && word.All(IsPlain) ? word : Quote(word);

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '@' or '%' or '+' or ',';
}
