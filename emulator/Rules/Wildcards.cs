namespace FreedomPaySandbox.Emulator.Rules;

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
