namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>Digits in a row, in one piece or in groups with a space or a dash between: what a card number looks like from afar.</summary>
internal static class DigitRun
{
    /// <summary>Whether there are so many digits in a row. Looks at few characters: a run that long cannot hide between the steps.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, int digits)
    {
        for (var at = digits - 1; at < text.Length; at += digits)
        {
            if (!Belongs(text[at]))
                continue;

            var first = at;
            while (first > 0 && Belongs(text[first - 1]))
                first--;
            var count = 0;
            var end = first;
            for (; end < text.Length && Belongs(text[end]); end++)
            {
                if (char.IsAsciiDigit(text[end]) && ++count == digits)
                    return true;
            }

            at = Math.Max(at, end - 1);
        }

        return false;
    }

    private static bool Belongs(char character) => char.IsAsciiDigit(character) || character is ' ' or '-';
}
